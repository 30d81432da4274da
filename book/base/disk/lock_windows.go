package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// lockInside says whether a lock is a file in its folder, which then cannot be
// removed.
const lockInside = true

const (
	deleteOnClose    = 0x04000000          // FILE_FLAG_DELETE_ON_CLOSE
	sharingViolation = syscall.Errno(0x20) // ERROR_SHARING_VIOLATION
)

// lockFolder locks a folder by a file in it that nobody else may open: Windows
// locks no folders. The system removes the file when the process ends, however that
// comes. An error other than errHeld says that there is no lock to be had.
func lockFolder(dir string, _ os.FileInfo) (io.Closer, error) {
	path := filepath.Join(dir, ".octavo.lock")
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_HIDDEN|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	} else if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), path), nil
}
