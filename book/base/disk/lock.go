package disk

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ErrBusy is the fault of a folder that another process does not let go of.
var ErrBusy = errors.New("another octavo is writing there; wait until it ends, or end it")

// The wait for other processes. They write for milliseconds, on a slow disk for a
// second, so that a minute lets a queue of dozens pass. A process that was stopped amid
// its work must not hold up others for ever.
const (
	lockPause = 10 * time.Millisecond
	lockTries = 6000
)

// A folder is a folder that a job writes to.
type folder struct {
	info os.FileInfo
	// lock keeps other processes of this machine out until it is closed or this
	// process ends, however that comes. It is nil where the system has no locks:
	// then each file is whole, but two sets of files may mix.
	lock io.Closer
	// leftovers are names that may be of killed processes; nil until they are
	// looked for.
	leftovers []string
}

// errHeld says that a lock is another's at the moment.
var errHeld = errors.New("held")

// lock makes the folders of files and keeps other processes from writing to them.
// A job that finds one folder taken gives back the others while it waits, so
// that no two jobs wait for each other.
func (j *job) lock(ctx context.Context, files []File) error {
	for range lockTries {
		err := j.tryLock(files)
		if !errors.Is(err, errHeld) {
			return err
		}
		j.unlock()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lockPause):
		}
	}
	return fault(files[0], ErrBusy)
}

func (j *job) tryLock(files []File) error {
	for _, f := range files {
		dir := filepath.Dir(f.Path)
		if j.folders[dir] != nil {
			continue
		}
		if err := j.makeFolder(dir); err != nil {
			return fault(f, err)
		}
		info, err := os.Stat(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return errHeld // a job that failed has just removed it
		} else if err != nil {
			return fault(f, err)
		}
		folder, err := j.take(dir, info)
		if err != nil {
			return err
		}
		j.folders[dir] = folder
	}
	return nil
}

// take locks a folder, unless the job has the same folder under another name.
func (j *job) take(dir string, info os.FileInfo) (*folder, error) {
	for _, f := range j.folders {
		if os.SameFile(f.info, info) {
			return f, nil
		}
	}
	lock, err := lockFolder(dir, info)
	if errors.Is(err, errHeld) || errors.Is(err, fs.ErrNotExist) {
		return nil, errHeld
	}
	return &folder{info: info, lock: lock}, nil
}

// unlock gives the folders back.
func (j *job) unlock() {
	for dir, f := range j.folders {
		if f.lock != nil {
			f.lock.Close()
			f.lock = nil
		}
		delete(j.folders, dir)
	}
}
