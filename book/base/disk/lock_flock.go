//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package disk

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// lockInside says whether a lock is a file in its folder, which then cannot be
// removed.
const lockInside = false

// lockFolder locks a folder itself, which leaves nothing in it. An error other than
// errHeld says that there is no lock to be had: network file systems lock files
// alone, and a folder may take files and not let itself be read.
func lockFolder(dir string, info os.FileInfo) (io.Closer, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errHeld
	}
	if now, gone := os.Stat(dir); err == nil && (gone != nil || !os.SameFile(info, now)) {
		err = errHeld // what is locked has been removed, and perhaps made anew
	}
	if opened, bad := f.Stat(); err == nil && (bad != nil || !os.SameFile(info, opened)) {
		err = errHeld
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
