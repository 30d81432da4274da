//go:build unix

package acceptance

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// pipe is a book in which a named pipe that nobody writes to stands where a
// file is expected: to open it is to wait for ever.
func pipe(role, path string) hostile {
	return hostile{name: "path/pipe as " + role, make: func(t testing.TB, dir string) {
		yaml := manifest("a.md")
		switch role {
		case "chapter":
			yaml = manifest("a.md", path)
		case "note":
			yaml += "editors-note: " + path + "\n"
		case "cover":
			yaml += "cover: " + path + "\n"
		}
		text := "Text.\n"
		if role == "image" {
			text = "![alt](" + path + ")\n"
		}
		one(text).with("book.yaml", yaml).writeTo(t, dir)
		path := filepath.Join(dir, path)
		os.Remove(path)
		if err := syscall.Mkfifo(path, 0o666); err != nil {
			t.Skip(err)
		}
	}}
}
