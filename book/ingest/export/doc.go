// Package export reads whole sites, as the systems that run them export them.
//
// In: the text of a file, in UTF-8: WordPress' extended RSS (WXR), the JSON of Ghost, or
// the zip of Substack. Out: a [draft.Article] for each published post, the
// oldest first. The warnings of the first one count what else the file has.
//
// A system keeps the text of a post in the form of its editor. It is made HTML here, as
// the system itself would show it, and package web reads that.
//
// Invariant: what is not published is in no article.
//
// Invariant: time and memory are proportional to the input.
package export
