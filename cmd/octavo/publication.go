package main

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"octavo/book/compile"
)

// A publication is what the flags say of the chapters that a book leaves out.
type publication struct {
	drafts bool
	asOf   string
}

const publicationLong = `A chapter with draft: true is left out, and one with publish: and a day until that
day. The day of the build is that of --as-of, else of SOURCE_DATE_EPOCH, else
today; --drafts takes all chapters.`

func (p *publication) flags(f *pflag.FlagSet) {
	f.BoolVar(&p.drafts, "drafts", false, "take the chapters that are drafts, or whose day has not come")
	f.StringVar(&p.asOf, "as-of", "", "take the chapters whose day of publication is not after `DATE`, such as 2025-11-05")
}

// set sets opt by the flags and opt.Epoch, which is nil unless SOURCE_DATE_EPOCH is set. The
// clock is asked only when a chapter has a day of publication.
func (p *publication) set(opt *compile.Options) error {
	opt.Drafts, opt.Today = p.drafts, time.Now
	switch {
	case p.asOf != "":
		day, err := time.Parse(time.DateOnly, p.asOf)
		if err != nil {
			return usageError{fmt.Errorf("--as-of is %q, not a day such as 2025-11-05", p.asOf)}
		}
		opt.Today = func() time.Time { return day }
	case opt.Epoch != nil:
		epoch := *opt.Epoch
		opt.Today = func() time.Time { return epoch }
	}
	return nil
}
