package acceptance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"octavo/book/compile"
)

// commanded runs the command on a folder whose build has the result res, and
// returns what is wrong with what it did.
func commanded(dir string, res *compile.Result) error {
	out := filepath.Join(filepath.Dir(dir), filepath.Base(dir)+"-out")
	defer os.RemoveAll(out)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, *program.octavo, "build", dir, "-o", out)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	code := cmd.ProcessState.ExitCode()
	entries, _ := os.ReadDir(out) // which is not there after a fault
	want := 0
	if res.Stopped {
		want = 1
	}
	switch {
	case ctx.Err() != nil:
		return errHang
	case code != want:
		return fmt.Errorf("the command exits with %d, want %d: %s", code, want, stderr.String())
	case len(entries) != len(res.Editions):
		return fmt.Errorf("the command leaves %d files, want %d", len(entries), len(res.Editions))
	case strings.Contains(stderr.String(), "goroutine "):
		return fmt.Errorf("the command prints a stack: %s", stderr.String())
	case strings.Count(stdout.String(), "\n") != len(res.Editions):
		return fmt.Errorf("the command prints %q for %d editions", stdout.String(), len(res.Editions))
	}
	return nil
}
