package compile

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"octavo/book/base/disk"
)

// Write puts the editions into the folder out, which it makes when it is not
// there, and returns their paths. Editions come to their places when all are whole:
// after an error, or when the process is killed, the editions that were there
// before are untouched.
func Write(ctx context.Context, out string, editions []Edition) ([]string, error) {
	paths := make([]string, len(editions))
	files := make([]disk.File, len(editions))
	for i, e := range editions {
		paths[i] = filepath.Join(out, e.Name)
		files[i] = disk.File{Path: paths[i], Data: e.Data}
	}
	err := disk.Write(ctx, files)
	var fault *fs.PathError
	switch {
	case errors.As(err, &fault) && !errors.Is(err, disk.ErrInTheWay):
		// All editions share a disk and its faults.
		return nil, fmt.Errorf("write to %s: %w", out, fault.Err)
	case err != nil:
		return nil, err
	}
	return paths, nil
}
