package sfnt

import (
	"bytes"
	"testing"
)

// TestFlattenEnds ends each charstring, as a subset has it without subroutines: those that end
// themselves, in a subroutine or not at all.
func TestFlattenEnds(t *testing.T) {
	const subr0 = 32        // -107, the number of the first of few subroutines
	move := []byte{239, 22} // 100 hmoveto
	for _, tt := range []struct {
		name       string
		code, subr []byte
		want       []byte
	}{
		{"by itself", append(bytes.Clone(move), csEndChar), nil, append(bytes.Clone(move), csEndChar)},
		{"not at all", move, nil, append(bytes.Clone(move), csEndChar)},
		{"with a number left over", append(bytes.Clone(move), 140), nil, append(bytes.Clone(move), csEndChar)},
		{"in a subroutine", append(bytes.Clone(move), subr0, 10), []byte{csEndChar}, append(bytes.Clone(move), csEndChar)},
		{"behind one", []byte{239, subr0, 10}, []byte{22, 11}, append(bytes.Clone(move), csEndChar)},
		{"nothing", nil, nil, []byte{csEndChar}},
	} {
		c := &cff{charStrings: [][]byte{tt.code}, fonts: []cffFont{{subrs: [][]byte{tt.subr}}}}
		if got, err := c.flatten(0); err != nil || !bytes.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
}
