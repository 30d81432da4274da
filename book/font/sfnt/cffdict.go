package sfnt

// dictEntries calls visit for each entry of a dictionary with its operator and
// the bytes of its operands. It stops where the dictionary is broken.
func dictEntries(dict []byte, visit func(op int, operands []byte)) {
	start := 0
	for i := 0; i < len(dict); {
		b := int(dict[i])
		if b > 21 {
			n := operandLength(dict[i:])
			if n == 0 {
				return
			}
			i += n
			continue
		}
		operands := dict[start:i:i]
		i++
		if b == 12 {
			b = b<<8 | at8(dict, i)
			i++
		}
		visit(b, operands)
		start = i
	}
}

// operandLength returns the length of the operand that b begins with, 0 when
// it is broken.
func operandLength(b []byte) int {
	n := 0
	switch v := b[0]; {
	case v == 28:
		n = 3
	case v == 29:
		n = 5
	case v == 30: // a real number: nibbles up to an f
		n = 1
		for n < len(b) && b[n]&0x0f != 0x0f && b[n]>>4 != 0x0f {
			n++
		}
		n++
	case v >= 32 && v <= 246:
		n = 1
	case v >= 247 && v <= 254:
		n = 2
	}
	if n > len(b) {
		return 0
	}
	return n
}

// dictInts returns the whole numbers among the operands; a real number is 0.
func dictInts(operands []byte) []int {
	var out []int
	for i := 0; i < len(operands); {
		n := operandLength(operands[i:])
		if n == 0 {
			break
		}
		out = append(out, dictInt(operands[i:i+n]))
		i += n
	}
	return out
}

func dictInt(b []byte) int {
	v := int(b[0])
	switch {
	case v == 28:
		return int(int16(be16(b, 1)))
	case v == 29:
		return int(int32(be32(b, 1)))
	case v >= 32 && v <= 246:
		return v - 139
	case v >= 247 && v <= 250:
		return (v-247)*256 + int(b[1]) + 108
	case v >= 251 && v <= 254:
		return -(v-251)*256 - int(b[1]) - 108
	}
	return 0
}

// appendInt writes a whole number in five bytes, whatever it is, so that the
// length of a dictionary is known before its numbers are.
func appendInt(b []byte, v int) []byte { return append32(append(b, 29), uint32(v)) }

func appendOp(b []byte, op int) []byte {
	if op >= 0x0c00 {
		return append(b, 12, byte(op))
	}
	return append(b, byte(op))
}

// appendIndex writes an index of the entries.
func appendIndex(b []byte, entries [][]byte) []byte {
	b = append16(b, len(entries))
	if len(entries) == 0 {
		return b
	}
	total := 1
	for _, e := range entries {
		total += len(e)
	}
	size := 1
	for total>>(8*size) != 0 {
		size++
	}
	b = append(b, byte(size))
	at := 1
	for i := 0; i <= len(entries); i++ {
		for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
			b = append(b, byte(at>>shift))
		}
		if i < len(entries) {
			at += len(entries[i])
		}
	}
	for _, e := range entries {
		b = append(b, e...)
	}
	return b
}
