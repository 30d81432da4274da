package sfnt

import "errors"

// Bounds on a charstring: the nesting is that of Technical Note 5177, appendix B, and
// the length is its bound too. The number of calls is our own, since ten levels of
// subroutines that each call the next a thousand times would run without end.
const (
	maxSubrDepth   = 10
	maxCharString  = 65535
	maxSubrCalls   = 1 << 14
	maxCharOperand = 513 // CFF2's; CFF has 48
)

var (
	errCharString  = errors.New("broken outline")
	errArithmetic  = errors.New("outline computes: not supported")
	errAccentGlyph = errors.New("outline is composed of two others (seac): not supported")
)

// Operators of charstrings: Adobe Technical Note 5177.
const (
	csHStem      = 1
	csVStem      = 3
	csVMoveTo    = 4
	csRLineTo    = 5
	csHLineTo    = 6
	csVLineTo    = 7
	csRRCurveTo  = 8
	csCallSubr   = 10
	csReturn     = 11
	csEscape     = 12
	csEndChar    = 14
	csHStemHM    = 18
	csHintMask   = 19
	csCntrMask   = 20
	csRMoveTo    = 21
	csHMoveTo    = 22
	csVStemHM    = 23
	csRCurveLine = 24
	csRLineCurve = 25
	csVVCurveTo  = 26
	csHHCurveTo  = 27
	csShortInt   = 28
	csCallGSubr  = 29
	csVHCurveTo  = 30
	csHVCurveTo  = 31
	csHFlex      = 34 // after an escape, like the next three
	csFlex       = 35
	csHFlex1     = 36
	csFlex1      = 37
)

// A flattener copies a charstring with its subroutines put in their places.
type flattener struct {
	global, local [][]byte
	out           []byte
	operands      []int // where each operand on the stack begins in out
	stems         int
	calls         int
	ended         bool
}

// flatten returns the glyph's charstring without calls of subroutines.
//
// A CFF keeps strokes that many glyphs share in subroutines, which are numbered
// through the whole font. A subset would have to carry all of them, or empty ones in
// the gaps, which some viewers refuse. With the code of subroutines in place of
// their calls a glyph depends on nothing but itself, and the subset is a list of
// charstrings.
//
// That takes an interpreter (Technical Note 5177), but a small one, since nothing is
// drawn. The number of a subroutine is the last operand before the call: so operands are
// copied to out as they come, with the place of each in operands, and a call cuts its
// number off again. The number itself is counted from a bias, so that small
// numbers take one byte. The length of a hint mask is nowhere written: a mask has
// a bit for each stem declared so far, so stems are counted, two operands each, and
// operands before a mask are stems without an operator. Each other operator clears
// the stack. Arithmetic would put operands on the stack that stand nowhere in the
// code, and is refused.
func (c *cff) flatten(gid uint16) ([]byte, error) {
	f := flattener{global: c.globalSubrs, local: c.fonts[c.font(gid)].subrs}
	if err := f.run(c.charStrings[gid], 0); err != nil {
		return nil, err
	}
	if !f.ended {
		if len(f.operands) > 0 { // operands left over would be taken for endchar's
			f.out = f.out[:f.operands[0]]
		}
		f.out = append(f.out, csEndChar)
	}
	return f.out, nil
}

func (f *flattener) run(code []byte, depth int) error {
	f.calls++
	if depth > maxSubrDepth || f.calls > maxSubrCalls {
		return errCharString
	}
	for i := 0; i < len(code) && !f.ended; {
		n, err := f.step(code[i:], depth)
		if err != nil || n == 0 {
			return err
		}
		i += n
		if len(f.out) > maxCharString {
			return errCharString
		}
	}
	return nil
}

// step copies one operand or carries out one operator, and returns its length
// in code, 0 at the end of a subroutine.
func (f *flattener) step(code []byte, depth int) (int, error) {
	if n, ok := charOperand(code); ok {
		if n > len(code) || len(f.operands) >= maxCharOperand {
			return 0, errCharString
		}
		f.operands = append(f.operands, len(f.out))
		f.out = append(f.out, code[:n]...)
		return n, nil
	}
	n := 1
	switch op := code[0]; op {
	case csCallSubr, csCallGSubr:
		subrs := f.local
		if op == csCallGSubr {
			subrs = f.global
		}
		return 1, f.call(subrs, depth)
	case csReturn:
		return 0, nil
	case csEndChar:
		if len(f.operands) >= 4 {
			return 0, errAccentGlyph
		}
		f.ended = true
	case csHStem, csVStem, csHStemHM, csVStemHM:
		f.stems += len(f.operands) / 2
	case csHintMask, csCntrMask:
		// Operands before a mask are vertical stems.
		f.stems += len(f.operands) / 2
		n += (f.stems + 7) / 8
	case csEscape:
		n = 2
		if e := at8(code, 1); e < csHFlex || e > csFlex1 {
			return 0, errArithmetic
		}
	}
	if n > len(code) {
		return 0, errCharString
	}
	f.operands = f.operands[:0]
	f.out = append(f.out, code[:n]...)
	return n, nil
}

// call takes the number of a subroutine off the stack and runs it.
func (f *flattener) call(subrs [][]byte, depth int) error {
	if len(f.operands) == 0 {
		return errCharString
	}
	at := f.operands[len(f.operands)-1]
	f.operands = f.operands[:len(f.operands)-1]
	i := int(charNumber(f.out[at:])>>16) + subrBias(len(subrs))
	f.out = f.out[:at]
	if i < 0 || i >= len(subrs) {
		return errCharString
	}
	return f.run(subrs[i], depth+1)
}

// subrBias returns what is added to the number of a subroutine, of n (Technical Note
// 5176, section 16): operands run from -107 in one byte, from -1131 in two.
func subrBias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

// charOperand returns the length of the operand that code begins with.
func charOperand(code []byte) (int, bool) {
	switch v := code[0]; {
	case v == csShortInt:
		return 3, true
	case v == 255:
		return 5, true
	case v >= 247:
		return 2, true
	case v >= 32:
		return 1, true
	}
	return 0, false
}

// charNumber decodes an operand as a number in 1/65536.
func charNumber(b []byte) int64 {
	v := int64(b[0])
	switch {
	case v == csShortInt:
		return int64(int16(be16(b, 1))) << 16
	case v == 255:
		return int64(int32(be32(b, 1)))
	case v >= 251:
		return (-(v-251)*256 - int64(at8(b, 1)) - 108) << 16
	case v >= 247:
		return ((v-247)*256 + int64(at8(b, 1)) + 108) << 16
	}
	return (v - 139) << 16
}
