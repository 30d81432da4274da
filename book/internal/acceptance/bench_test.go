package acceptance

import (
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/compile"
)

// BenchmarkBuild compiles books of chapters with 2,000 words, a figure, a table
// and a footnote each. Beside the time it reports the pages, the bytes of the
// editions, and the most memory that the process held.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		dir := library(b, n)
		for _, target := range []struct {
			name string
			opt  compile.Options
		}{
			{"epub-no-pages", compile.Options{Dir: dir, Formats: []book.Format{book.EPUB}, NoPages: true}},
			{"epub", compile.Options{Dir: dir, Formats: []book.Format{book.EPUB}}},
			{"pdf", compile.Options{Dir: dir, Formats: []book.Format{book.PDF}}},
			{"both", compile.Options{Dir: dir}},
		} {
			b.Run(fmt.Sprintf("%dchapters/%s", n, target.name), func(b *testing.B) { measure(b, target.opt) })
		}
	}
}

// BenchmarkSample compiles the sample series.
func BenchmarkSample(b *testing.B) {
	for _, formats := range [][]book.Format{{book.EPUB}, {book.PDF}, nil} {
		name := "both"
		if len(formats) == 1 {
			name = string(formats[0])
		}
		b.Run(name, func(b *testing.B) {
			measure(b, compile.Options{Dir: "../../../chapters", Formats: formats})
		})
	}
}

func measure(b *testing.B, opt compile.Options) {
	debug.FreeOSMemory() // what the benchmark before left
	peak := watchMemory()
	var res *compile.Result
	for b.Loop() {
		var err error
		if res, err = compile.Build(b.Context(), opt); err != nil {
			b.Fatal(err)
		}
		if res.Stopped {
			b.Fatal(diagnostics(res))
		}
	}
	bytes, pages := 0, 0
	for _, e := range res.Editions {
		bytes += len(e.Data)
		pages += e.Pages
	}
	b.ReportMetric(float64(bytes), "bytes")
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(peak())/1e6, "peak-MB")
}

// watchMemory samples what the process holds from the system until the function
// that it returns is called, which returns the most.
func watchMemory() (peak func() uint64) {
	var most atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			metrics.Read(sample)
			most.Store(max(most.Load(), sample[0].Value.Uint64()-sample[1].Value.Uint64()))
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-stopped
		return most.Load()
	}
}

// library writes a manuscript of n chapters.
func library(t testing.TB, n int) string {
	r := rand.New(rand.NewPCG(2025, 11))
	words := vocabulary(r, 6000)
	f := folder{"a.svg": drawing(`<rect width="40" height="40" fill="#268"/><circle cx="70" cy="30" r="20"/>`)}
	var names []string
	for i := range n {
		name := fmt.Sprintf("%04d.md", i)
		f[name] = article(fmt.Sprintf("Chapter %d", i), chapter(r, words))
		names = append(names, name)
	}
	f["book.yaml"] = manifest(names...)
	return f.write(t)
}

// vocabulary makes words of one to five syllables, the short ones first.
func vocabulary(r *rand.Rand, n int) []string {
	onsets := strings.Fields("b br c ch d dr f fl g gr h j k l m n p pl qu r s sh sl st t th tr v w y")
	rhymes := strings.Fields("a ab ack ail an ar ase e ead een el en er est i ice ig ill in ing o oat ock on oor or ot u ull um un ust y")
	words := make([]string, n)
	for i := range words {
		for range 1 + (i+r.IntN(n))*4/n/2 {
			words[i] += onsets[r.IntN(len(onsets))] + rhymes[r.IntN(len(rhymes))]
		}
	}
	return words
}

// chapter is 2,000 words in paragraphs of some 90, with a few headings.
func chapter(r *rand.Rand, words []string) string {
	const sentences, length, count = 6, 15, 22 // 6 * 15 * 22 = 1,980
	var b strings.Builder
	for p := range count {
		if p%8 == 3 {
			fmt.Fprintf(&b, "## %s\n\n", sentence(r, words, 4))
		}
		for s := range sentences {
			text := sentence(r, words, length)
			if s == 2 && p%4 == 1 {
				text = "*" + text + "*"
			}
			b.WriteString(text + ". ")
		}
		if p == 5 {
			b.WriteString("Here is a call.[^1]")
		}
		b.WriteString("\n\n")
		switch p {
		case 9:
			fmt.Fprintf(&b, "![%s](a.svg \"%s\"){credit=\"Octavo\"}\n\n", sentence(r, words, 8), sentence(r, words, 12))
		case 15:
			b.WriteString("| Port | Ships | Tons |\n| :-- | --: | --: |\n")
			for range 8 {
				fmt.Fprintf(&b, "| %s | %d | %d |\n", sentence(r, words, 2), r.IntN(100), r.IntN(10_000))
			}
			b.WriteString("\n")
		}
	}
	fmt.Fprintf(&b, "[^1]: %s.\n", sentence(r, words, 20))
	return b.String()
}

// sentence picks words, short ones more often.
func sentence(r *rand.Rand, words []string, n int) string {
	picked := make([]string, n)
	for i := range picked {
		u := r.IntN(len(words))
		picked[i] = words[min(u, r.IntN(len(words)))]
	}
	picked[0] = strings.ToUpper(picked[0][:1]) + picked[0][1:]
	return strings.Join(picked, " ")
}
