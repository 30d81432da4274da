// Package yaml reads YAML that nobody vouches for: manifests and the front
// matter of chapters.
//
// In: the bytes of a document and the line of its file at which it begins.
// Out: a tree of [Value]s, each with its place, and diagnostics. Consumers
// describe the keys they know as data, an [Object], so that one place reports
// unknown, repeated, missing and ill-typed keys, and so that the keys can be
// listed.
//
// Invariant: any bytes give a tree or diagnostics, in time proportional to
// their number. Size, depth and the growth by aliases are bounded.
//
// Invariant: no value holds a character that XML forbids.
package yaml

// Bounds on a document. Anything over is an error with its place. The bounds are generous:
// the manifest of a large book has some 50 kB, ten levels, and few aliases or none.
const (
	MaxBytes = 1 << 20
	MaxDepth = 200
	// maxAliased is the number of values that aliases may add.
	maxAliased = 10_000
	// maxAllows is the number of remarks that silence a rule after which no more lines are
	// read for them; one line may hold several.
	maxAllows = 1_000
)
