// Package report measures finished pages and judges them by the rules of the trade.
//
// In: a [document.Document], of which nothing is known but what stands on its pages. Out:
// a [Report], figures for the whole and a [Finding] for each place that falls short. What
// the rules are is said where they are counted; how pages come to keep them is the work of
// linebreak and pagebreak, which report does not know.
//
// Words of the trade: an orphan is the first line of a paragraph alone at the foot of a
// page, a widow its last line alone at the top of the next one; a heading is stranded when
// fewer than two lines follow it on its page; a ladder is lines that end in hyphens below
// each other; a runt is a last line shorter than two ems; a river
// is word spaces of many lines that stand below each other and run together to a crack in
// the grey of the page; a spread is two pages that face each other.
package report
