//go:build !linux

package main

// fitMemory has nothing to fit: elsewhere the address space is seldom limited, and
// not by ulimit.
func fitMemory() {}
