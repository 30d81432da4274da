// Package acceptance holds the tests of the whole product: a folder goes in, finished
// editions come out, and judges look at them that are not ours.
//
// It has no code but tests. They take most of the time of go test ./..., and they are
// outside of package compile, since they know of the product what its users know.
package acceptance
