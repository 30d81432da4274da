// Package charset turns the bytes of a text file into UTF-8.
//
// In: bytes, and the name of their encoding where the file states one. Out:
// valid UTF-8 without a byte order mark, the encoding that was taken, and whether it was
// guessed.
//
// The order is that of certainty: a byte order mark, UTF-16 by its zero bytes,
// bytes that are UTF-8, the encoding stated, and only then a guess between the
// encodings in which newspapers wrote before (guess.go). The tables come from
// golang.org/x/text.
//
// Invariant: any bytes give valid UTF-8, in time proportional to their number.
package charset
