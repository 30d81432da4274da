package shape

import "errors"

// Check reads every file and returns the errors of those that are broken.
func (l *Library) Check() error {
	var errs []error
	for _, f := range l.Faces() {
		errs = append(errs, f.load())
	}
	return errors.Join(errs...)
}

// Covers reports whether some face of the stack can show r. Characters that
// are never seen count as covered.
func (s *Stack) Covers(r rune, lang string) bool {
	if invisible(r) {
		return true
	}
	for _, f := range s.faces {
		if f.covers(r) {
			return true
		}
	}
	// The shaper makes some characters from others: é from e and an accent.
	for _, run := range s.Shape(string(r), Options{Lang: lang}) {
		if run.Missing() != "" {
			return false
		}
	}
	return true
}

// Data returns the font file, nil when it cannot be had. It must not be changed.
func (f *Face) Data() []byte {
	data, _ := f.file.Data()
	return data
}
