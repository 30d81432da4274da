//go:build !unix

package acceptance

import "testing"

// pipe is skipped where there are no named pipes.
func pipe(role, _ string) hostile {
	return hostile{name: "path/pipe as " + role, make: func(t testing.TB, _ string) {
		t.Skip("no named pipes on this system")
	}}
}
