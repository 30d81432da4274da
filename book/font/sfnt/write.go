package sfnt

import (
	"math/bits"
	"slices"
)

// checksumMagic minus the file's checksum is the head table's checkSumAdjustment.
const checksumMagic = 0xb1b0afba

// Assemble writes a font file of the tables, with all checksums set. It leaves
// the tables as they are and sorts them by tag; the head table is copied to set
// its checksum. flavor is the file's first word, 0x00010000 for TrueType.
func Assemble(flavor uint32, tables []Table) []byte {
	tables = slices.Clone(tables)
	slices.SortStableFunc(tables, func(a, b Table) int { return cmpTag(a.Tag, b.Tag) })
	size := 12 + 16*len(tables)
	for _, t := range tables {
		size += (len(t.Data) + 3) &^ 3
	}
	out := make([]byte, 0, size)
	out = appendHeader(out, flavor, len(tables))
	at := 12 + 16*len(tables)
	for _, t := range tables {
		out = append32(out, uint32(t.Tag))
		out = append32(out, tableChecksum(t))
		out = append32(out, uint32(at))
		out = append32(out, uint32(len(t.Data)))
		at += (len(t.Data) + 3) &^ 3
	}
	head := -1
	for _, t := range tables {
		if t.Tag == MakeTag("head") && len(t.Data) >= 12 {
			head = len(out)
		}
		out = append(out, t.Data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	// The checksum of the whole file stands in the file. It is taken with a zero in its place.
	if head >= 0 {
		put32(out, head+8, 0)
		put32(out, head+8, checksumMagic-checksum(out))
	}
	return out
}

// appendHeader writes the head of a file of n tables. As in format4, three numbers prepare
// a search by halves: 16 times the greatest power of two that is no more than n, the
// logarithm of that power, and what is left of 16 times n.
func appendHeader(out []byte, flavor uint32, n int) []byte {
	log := bits.Len(uint(max(n, 1))) - 1
	out = append32(out, flavor)
	out = append16(out, n)
	out = append16(out, 16<<log)
	out = append16(out, log)
	return append16(out, 16*n-16<<log)
}

// tableChecksum returns the checksum of a table; that of head counts its
// checkSumAdjustment as 0.
func tableChecksum(t Table) uint32 {
	sum := checksum(t.Data)
	if t.Tag == MakeTag("head") && len(t.Data) >= 12 {
		sum -= be32(t.Data, 8)
	}
	return sum
}

// checksum adds up the big-endian words of b as if filled up with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be32(last[:], 0)
}
