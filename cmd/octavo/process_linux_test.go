package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// deadline ends what hangs; nothing else depends on it.
const deadline = 2 * time.Minute

// octavo is the command as a process of its own, in a folder of the test.
func octavo(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath("octavo") // what testscript.Main has put there
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NO_COLOR=", "SOURCE_DATE_EPOCH=")
	return cmd
}

// longBook writes a manuscript that takes seconds to compile.
func longBook(t *testing.T, chapters int) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "book.yaml", "title: Long\nlanguage: en\nchapters: ['*.md']\n")
	text := strings.Repeat("The tide tables for the year are printed in the autumn of the year before, which is a kind of courage.\n\n", 150)
	for i := range chapters {
		put(t, dir, fmt.Sprintf("%04d.md", i), fmt.Sprintf("---\ntitle: Chapter %d\ndate: 2025-11-01\nauthors: [{name: Ann Lee}]\n---\n%s", i, text))
	}
	return dir
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// terminal makes a pseudo-terminal: what a process writes to tty is read from
// the other end.
func terminal(t *testing.T) (end, tty *os.File) {
	t.Helper()
	end, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { end.Close() })
	var n, unlock int32
	for _, call := range []struct {
		request uintptr
		arg     *int32
	}{{syscall.TIOCSPTLCK, &unlock}, {syscall.TIOCGPTN, &n}} {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, end.Fd(), call.request, uintptr(unsafe.Pointer(call.arg))); errno != 0 {
			t.Skip(errno)
		}
	}
	tty, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { tty.Close() })
	return end, tty
}

// onTerminal runs the command with its talk on a terminal and returns that, and
// what went to stdout.
func onTerminal(t *testing.T, cmd *exec.Cmd) (stdout, screen string, err error) {
	t.Helper()
	end, tty := terminal(t)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, tty
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tty.Close()
	seen := make(chan string)
	go func() {
		text, _ := io.ReadAll(end) // ends in EIO when the process does
		seen <- string(text)
	}()
	err = cmd.Wait()
	return out.String(), <-seen, err
}

const warned = "---\ntitle: The Ferry\ndate: 2025-11-01\n---\nThe ferry leaves at noon.\n"

func TestColour(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "book.yaml", "title: A\nlanguage: en\nchapters: [a.md]\n")
	put(t, dir, "a.md", warned)
	for _, c := range []struct {
		name    string
		env     []string
		args    []string
		colours bool
	}{
		{"a terminal", nil, []string{"check"}, true},
		{"NO_COLOR", []string{"NO_COLOR=1"}, []string{"check"}, false},
		{"NO_COLOR of any value", []string{"NO_COLOR=0"}, []string{"check"}, false},
		{"dumb terminal", []string{"TERM=dumb"}, []string{"check"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := octavo(t, dir, c.args...)
			cmd.Env = append(append(cmd.Env, "TERM=xterm"), c.env...)
			_, screen, err := onTerminal(t, cmd)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Contains(screen, "\x1b[1;33mwarning\x1b[0m: chapter has no author"); got != c.colours {
				t.Errorf("colour is %t, want %t: %q", got, c.colours, screen)
			}
			if got := strings.Contains(screen, "a.md:2:8: warning: chapter has no author"); got == c.colours {
				t.Errorf("plain text is %t: %q", got, screen)
			}
		})
	}
	t.Run("no terminal", func(t *testing.T) {
		text, err := octavo(t, dir, "check").CombinedOutput()
		if err != nil || bytes.Contains(text, []byte("\x1b")) {
			t.Errorf("%v: %q", err, text)
		}
	})
}

// TestInterrupt sends the signals when the progress line shows that the build is
// at work: exit code 130, one line, and the old editions untouched.
func TestInterrupt(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a build of seconds")
	}
	dir := longBook(t, 400)
	for _, c := range []struct {
		name   string
		signal os.Signal
	}{{"interrupt", os.Interrupt}, {"terminate", syscall.SIGTERM}, {"hang up", syscall.SIGHUP}} {
		t.Run(c.name, func(t *testing.T) {
			out := t.TempDir()
			put(t, out, "long.pdf", "old")
			end, tty := terminal(t)
			cmd := octavo(t, dir, "build", "-o", out)
			cmd.Env = append(cmd.Env, "TERM=xterm")
			cmd.Stderr = tty
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			tty.Close()
			hang := time.AfterFunc(deadline, func() { cmd.Process.Kill() })
			defer hang.Stop()
			var screen bytes.Buffer
			first := make([]byte, 1)
			if _, err := end.Read(first); err != nil {
				t.Fatalf("no progress: %v", err)
			}
			screen.Write(first)
			if err := cmd.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			_, _ = io.Copy(&screen, end)
			err := cmd.Wait()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
				t.Errorf("ended by %v, want exit code %d; %q", err, exitInterrupted, screen.String())
			}
			if !strings.HasSuffix(screen.String(), clearLine+"octavo: interrupted; nothing was written\r\n") {
				t.Errorf("the terminal shows %q", screen.String())
			}
			unchanged(t, out)
		})
	}
}

// TestInterruptImport interrupts an import that waits for a pipe: nothing is written, of
// the files before it neither.
func TestInterruptImport(t *testing.T) {
	for _, args := range [][]string{{"import", "pipe", "-o", "out"}, {"import", "tide.txt", "pipe", "-o", "out"}} {
		dir := t.TempDir()
		put(t, dir, "tide.txt", "The Tide\n\nBy Ann Lee\n\nIt comes in at noon.\n")
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
			t.Skip(err)
		}
		cmd := octavo(t, dir, args...)
		var talk bytes.Buffer
		cmd.Stderr = &talk
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		hang := time.AfterFunc(deadline, func() { cmd.Process.Kill() })
		defer hang.Stop()
		w, err := os.OpenFile(filepath.Join(dir, "pipe"), os.O_WRONLY, 0) // once the import reads
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		if err := cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || talk.String() != "octavo: interrupted; nothing was written\n" {
			t.Errorf("%q ended with %d and %q", args, code, talk.String())
		}
		if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
			t.Errorf("%q wrote something", args)
		}
	}
}

// TestNohup goes on when a terminal hangs up that the caller said not to heed.
func TestNohup(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a build of seconds")
	}
	dir, out := longBook(t, 100), t.TempDir()
	end, tty := terminal(t)
	cmd := octavo(t, dir, "build", "-o", out)
	cmd.Args = append([]string{"sh", "-c", `trap '' HUP; exec "$@"`, "sh"}, append([]string{cmd.Path}, cmd.Args[1:]...)...)
	cmd.Path = "/bin/sh"
	cmd.Env = append(cmd.Env, "TERM=xterm")
	cmd.Stderr = tty
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tty.Close()
	hang := time.AfterFunc(deadline, func() { cmd.Process.Kill() })
	defer hang.Stop()
	if _, err := end.Read(make([]byte, 1)); err != nil {
		t.Fatalf("no progress: %v", err)
	}
	if err := cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	screen, _ := io.ReadAll(end) // ends in EIO when the process does
	if err := cmd.Wait(); err != nil {
		t.Errorf("ended by %v: %q", err, screen)
	}
	if entries, err := os.ReadDir(out); err != nil || len(entries) != 2 {
		t.Errorf("OUT holds %v, %v", entries, err)
	}
}

func unchanged(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != 1 {
		t.Errorf("OUT holds %v, %v; want the old edition alone", entries, err)
	}
	if data, err := os.ReadFile(filepath.Join(out, "long.pdf")); err != nil || string(data) != "old" {
		t.Errorf("the old edition is %q, %v", data, err)
	}
}

// TestProgress sees the line on a terminal come and go.
func TestProgress(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a build of seconds")
	}
	dir, out := longBook(t, 150), t.TempDir()
	cmd := octavo(t, dir, "build", "-o", out)
	cmd.Env = append(cmd.Env, "TERM=xterm")
	stdout, screen, err := onTerminal(t, cmd)
	if err != nil {
		t.Fatalf("%v: %q", err, screen)
	}
	if !strings.HasPrefix(screen, clearLine+"octavo: ") || !strings.HasSuffix(screen, clearLine) {
		t.Errorf("the terminal shows %q", screen)
	}
	if n := strings.Count(screen, "\n"); n != 0 {
		t.Errorf("progress takes %d lines: %q", n+1, screen)
	}
	if strings.Contains(stdout, "\x1b") || strings.Count(stdout, "\n") != 2 {
		t.Errorf("stdout is %q", stdout)
	}
}

// TestKill kills builds while they write. Each edition is then the old one or
// the new one, whole; and the next build clears up.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("needs several builds")
	}
	dir, fresh := longBook(t, 60), t.TempDir()
	if text, err := octavo(t, dir, "build", "-o", fresh).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	hits := 0
	for range 8 {
		out := t.TempDir()
		for _, name := range []string{"long.epub", "long.pdf"} {
			put(t, out, name, "old "+name)
		}
		if kill(t, octavo(t, dir, "build", "-o", out), out) {
			hits++
		}
		for _, name := range []string{"long.epub", "long.pdf"} {
			got, err := os.ReadFile(filepath.Join(out, name))
			want, err2 := os.ReadFile(filepath.Join(fresh, name))
			if err = errors.Join(err, err2); err != nil {
				t.Fatal(err)
			}
			if string(got) != "old "+name && !bytes.Equal(got, want) {
				t.Errorf("%s is neither the old nor the new edition: %d bytes", name, len(got))
			}
		}
		if text, err := octavo(t, dir, "build", "-o", out).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if entries, err := os.ReadDir(out); err != nil || len(entries) != 2 {
			t.Errorf("after the next build OUT holds %v, %v", entries, err)
		}
		if hits == 2 {
			return
		}
	}
	t.Logf("%d builds were killed with files half written", hits)
}

// kill ends the process without warning when a temporary file shows in out, and
// reports whether it was in time.
func kill(t *testing.T, cmd *exec.Cmd, out string) bool {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(done)
	}()
	for {
		select {
		case <-done:
			return false
		default:
		}
		if temps, _ := filepath.Glob(filepath.Join(out, ".*.tmp")); len(temps) > 0 {
			_ = cmd.Process.Kill()
			<-done
			left, _ := filepath.Glob(filepath.Join(out, ".*.tmp"))
			return len(left) > 0
		}
	}
}
