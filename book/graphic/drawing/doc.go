// Package drawing is the model of a picture made of shapes and lines of text,
// and the plane geometry in fixed point that it rests on.
//
// In: numbers and paths, from package svg or package cover. Out: a [Drawing],
// which the PDF encoder writes as vectors and package render as pixels.
//
// Invariant: no floating-point operation takes part, so that a drawing is the
// same on every processor.
package drawing
