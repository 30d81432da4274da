package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts the editions into the folder out, which it makes when it is not
// there, and returns their paths. All are written beside their final names
// first and take them only when all are whole: after an error, or when the
// process is killed, the editions that were there before are untouched.
func Write(ctx context.Context, out string, editions []Edition) ([]string, error) {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return nil, outError(out, err)
	}
	temps := make([]string, 0, len(editions))
	defer func() {
		for _, t := range temps {
			os.Remove(t)
		}
	}()
	for _, e := range editions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := filepath.Join(out, "."+e.Name+".tmp")
		temps = append(temps, t)
		if err := writeTemp(t, e.Data); err != nil {
			return nil, outError(out, err)
		}
	}
	return rename(out, temps, editions)
}

// rename gives the temporary files their names. A folder of that name is found
// before the first file is replaced.
func rename(out string, temps []string, editions []Edition) ([]string, error) {
	paths := make([]string, len(editions))
	for i, e := range editions {
		paths[i] = filepath.Join(out, e.Name)
		if st, err := os.Lstat(paths[i]); err == nil && st.IsDir() {
			return nil, fmt.Errorf("write %s: a folder of that name is in the way", paths[i])
		}
	}
	for i, t := range temps {
		if err := os.Rename(t, paths[i]); err != nil {
			return nil, outError(out, err)
		}
	}
	return paths, nil
}

// writeTemp writes data to path. What a killed build left there is removed
// first.
func writeTemp(path string, data []byte) error {
	os.Remove(path)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
		err = f.Sync() // a full disk may show only now
	}
	return errors.Join(err, f.Close())
}

// outError says in one line what is wrong with the folder, without the names of
// temporary files.
func outError(out string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("write to %s: %w", out, err)
}
