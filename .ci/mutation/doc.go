// Command mutation measures the tests: it breaks lines of the product at
// random, one at a time, and counts how many of the faults some test sees.
//
// In goes the tree it is started in, out come a table of mutants and a last
// line "N of M seen (P %)". It ends with 1 when fewer than 90 % are seen.
//
// The steps, each in a file of its own: tree reads the packages and who imports
// whom; operators finds all that can be broken; exempt leaves out what no test
// can see; draw picks mutants by the seed; schema compiles all of them into each
// program of tests, once; judge runs the tests of the package and of those above it,
// nearest first, until one fails, and passes over those that do not come by the line.
//
// It stands in a folder with a dot, since nothing of it belongs to the product:
// ./... passes it over, and so do the bans on clock and environment.
//
// Invariant: the tree is never touched. Tests run in a copy, and the mutants are in
// an overlay over that copy, so that several are judged at the same time.
//
// Invariant: the same tree and seed give the same mutants in the same order,
// whatever the number of workers.
//
// Invariant: a mutant that does not compile is none: another is drawn. One that
// hangs, or that eats memory or disk without end, is seen.
package main
