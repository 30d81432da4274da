package deflate

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// samples returns sources of many shapes: empty, tiny, text, noise, long runs.
func samples() map[string][]byte {
	rng := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(rng.Uint32())
	}
	var words strings.Builder
	for range 20_000 {
		fmt.Fprintf(&words, "%d tide ", rng.IntN(400))
	}
	return map[string][]byte{
		"empty": nil,
		"byte":  {7},
		"text":  []byte(words.String()),
		"noise": noise,
		"zeros": make([]byte, 300_000),
	}
}

func TestRoundTrip(t *testing.T) {
	for name, src := range samples() {
		for level := Fast; level <= Smallest; level++ {
			t.Run(fmt.Sprintf("%s/%d", name, level), func(t *testing.T) {
				raw := Raw([]byte("kept"), src, level)
				head, raw := raw[:4], raw[4:]
				if string(head) != "kept" {
					t.Errorf("dst begins with %q, want %q", head, "kept")
				}
				checkSame(t, flate.NewReader(bytes.NewReader(raw)), src)
				z, err := zlib.NewReader(bytes.NewReader(Zlib(nil, src, level)))
				if err != nil {
					t.Fatal(err)
				}
				checkSame(t, z, src)
			})
		}
	}
}

func checkSame(t *testing.T, r io.Reader, want []byte) {
	t.Helper()
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got back %d bytes that differ from the %d given", len(got), len(want))
	}
}

// TestHistory compares a compressor fresh from New with one that has seen other
// sources before.
func TestHistory(t *testing.T) {
	all := samples()
	for level := Fast; level <= Smallest; level++ {
		for name, src := range all {
			out := appender{}
			w := newWriter(level)
			w.Reset(&out)
			w.Write(src)
			w.Close()
			for _, other := range all {
				Raw(nil, other, level)
			}
			if got := Raw(nil, src, level); !bytes.Equal(got, out.bytes) {
				t.Errorf("level %d, %s: %d bytes after other sources, %d fresh", level, name, len(got), len(out.bytes))
			}
		}
	}
}

func TestLevelBounds(t *testing.T) {
	src := samples()["text"]
	if !bytes.Equal(Raw(nil, src, -3), Raw(nil, src, Fast)) {
		t.Error("level -3 is not level 1")
	}
	if !bytes.Equal(Raw(nil, src, 40), Raw(nil, src, Smallest)) {
		t.Error("level 40 is not level 9")
	}
}

func BenchmarkZlib(b *testing.B) {
	src := samples()["text"]
	for _, level := range []int{Fast, Balanced, Smallest} {
		b.Run(fmt.Sprint(level), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			var dst []byte
			for b.Loop() {
				dst = Zlib(dst[:0], src, level)
			}
			b.ReportMetric(float64(len(dst)), "out-bytes")
		})
	}
}

// TestPieces compresses a source that comes in pieces as one that comes whole.
func TestPieces(t *testing.T) {
	for name, src := range samples() {
		got := ZlibOf(nil, Balanced, func(w io.Writer) {
			for rest := src; len(rest) > 0; {
				n := min(len(rest), 777)
				_, _ = w.Write(rest[:n])
				rest = rest[n:]
			}
		})
		if !bytes.Equal(got, Zlib(nil, src, Balanced)) {
			t.Errorf("%s: other bytes", name)
		}
	}
}
