//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package disk

import (
	"errors"
	"io"
	"os"
)

const lockInside = false

// lockFolder finds no locks on this system.
func lockFolder(string, os.FileInfo) (io.Closer, error) { return nil, errors.ErrUnsupported }
