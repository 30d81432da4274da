// Package merge brings what became of a text into what an editor made of it.
//
// In: three texts of one chapter: the base, which both sides began with, ours, which the
// editor has changed, and theirs, which the author has changed. Out: a text with the
// changes of both, or the places where both changed the same words, and a unified diff
// for people.
//
// A chapter has three parts that are merged each in its way: the front matter by its
// keys (front.go), the body by paragraphs and within them by words (text.go), and the
// notes by what they say (notes.go), since their numbers change with every note before.
//
// Invariant: what one side alone changed is taken as it stands; what neither changed is
// written as ours has it. No word that ours added is lost.
//
// Invariant: equal texts give equal results, in time that is linear but for passages
// that differ in each word, whose search is bounded.
package merge
