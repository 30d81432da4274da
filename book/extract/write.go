package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is a file that an import makes.
type File struct {
	Path string // as the system writes it
	Data []byte
	// Chapter says that it is one, and no picture.
	Chapter bool
}

// Files returns the files of results: chapters in the folder dir, under the
// name of their article or, when file is not "", under that name, with their
// pictures below the folder.
func Files(results []Result, dir, file string) []File {
	var out []File
	seen := map[string]bool{}
	for _, r := range results {
		name := file
		if name == "" {
			name = r.Name + ".md"
		}
		out = append(out, File{filepath.Join(dir, name), r.Markdown, true})
		for _, p := range r.Pictures {
			if !seen[p.Path] {
				seen[p.Path] = true
				out = append(out, File{filepath.Join(dir, filepath.FromSlash(p.Path)), p.Data, false})
			}
		}
	}
	return out
}

// Write writes files, making the folders that they need. Unless force is set,
// no file is written when one of them is there already; a picture that is there
// with the same bytes is as good as written.
func Write(ctx context.Context, files []File, force bool) error {
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := free(f, force); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o777); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, cause(err))
		}
		if err := write(f, force); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, cause(err))
		}
	}
	return nil
}

// free reports what is in the way of a file.
func free(f File, force bool) error {
	st, err := os.Lstat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("write %s: %w", f.Path, cause(err))
	case !st.Mode().IsRegular():
		return fmt.Errorf("write %s: something that is no file is in the way", f.Path)
	case force || !f.Chapter && holds(f, st.Size()):
		return nil
	}
	return fmt.Errorf("%s is there already; to replace it, give --force", f.Path)
}

// holds reports whether the file is there with the bytes that it is to have.
func holds(f File, size int64) bool {
	if size != int64(len(f.Data)) {
		return false
	}
	data, err := os.ReadFile(f.Path)
	return err == nil && bytes.Equal(data, f.Data)
}

// write writes a file under another name first, so that it is never there in
// part. Without force, the last step fails when the name has been taken since.
func write(f File, force bool) error {
	temp := filepath.Join(filepath.Dir(f.Path), "."+filepath.Base(f.Path)+".tmp")
	os.Remove(temp) // what a killed import left there
	w, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if _, err = w.Write(f.Data); err == nil {
		err = w.Sync() // a full disk may show only now
	}
	if err = errors.Join(err, w.Close()); err != nil {
		return err
	}
	if !force && f.Chapter {
		err := os.Link(temp, f.Path)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		// A file system without links: the check before has to do.
	}
	return os.Rename(temp, f.Path)
}

// cause is the fault without the path, which the message has already.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
