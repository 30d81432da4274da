package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	goepub "github.com/go-shiori/go-epub"

	"octavo/book"
)

// assembling guards go-epub, whose file system is a package variable without a
// lock of its own.
var assembling sync.Mutex

// useMemory chooses go-epub's file system in memory, once: the one on disk
// allows "../" in names.
var useMemory = sync.OnceFunc(func() { goepub.Use(goepub.MemoryFS) })

// refuse is a transport without a network: go-epub asks for whatever it takes
// for an address.
type refuse struct{}

func (refuse) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("the network is not used")
}

// A skeleton is the publication as go-epub assembled it: its files, and the
// order of its spine.
type skeleton struct {
	files    map[string][]byte
	manifest map[string]string // href by id
	spine    []string          // hrefs
}

// batch is how many documents go-epub is given at once. With each document go-epub goes
// through all that it has, so that 10,000 in a row take five seconds. Smaller batches
// would spend more time on making archives.
const batch = 200

// assemble has go-epub lay out the publication, a book of very many chapters in
// several goes. Documents and media are handed over empty: go-epub would copy, sniff
// and compress them one after the other, and the finisher writes the final ones
// anyway.
func assemble(p *plan) (*skeleton, error) {
	assembling.Lock()
	defer assembling.Unlock()
	useMemory()
	s := &skeleton{files: map[string][]byte{}, manifest: map[string]string{}}
	files := p.media
	for docs := range slices.Chunk(p.docs, batch) {
		data, err := layOut(p.book, files, docs)
		if err != nil {
			return nil, err
		}
		if err := s.read(data); err != nil {
			return nil, err
		}
		files = nil
	}
	return s, nil
}

func layOut(b *book.Book, list []*media, docs []*document) ([]byte, error) {
	e, err := goepub.NewEpub(b.Title)
	if err != nil {
		return nil, err
	}
	e.Client = &http.Client{Transport: refuse{}}
	e.SetIdentifier(b.Identifier)
	e.SetLang(b.Language)
	if err := addAll(e, list, docs); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if _, err := e.WriteTo(&buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func addAll(e *goepub.Epub, list []*media, docs []*document) error {
	// A data URL of this type is stored as it is; go-epub refuses the types of
	// fonts.
	const empty = "data:application/octet-stream;base64,AA=="
	for _, m := range list {
		var err error
		switch m.folder {
		case "css":
			_, err = e.AddCSS(empty, m.name)
		case "fonts":
			_, err = e.AddFont(empty, m.name)
		default:
			_, err = e.AddImage(empty, m.name)
		}
		if err != nil {
			return err
		}
	}
	for _, d := range docs {
		if _, err := e.AddSection("<p/>", d.title, d.name, ""); err != nil {
			return err
		}
	}
	return nil
}

// read adds what go-epub laid out in one go.
func (s *skeleton) read(data []byte) error {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range zr.File {
		rc, err := f.Open()
		if err != nil {
			return err
		}
		s.files[f.Name], err = io.ReadAll(rc)
		rc.Close()
		if err != nil {
			return err
		}
	}
	return s.readPackage()
}

func (s *skeleton) readPackage() error {
	var opf struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := xml.Unmarshal(s.files[packageFile], &opf); err != nil {
		return fmt.Errorf("package document: %w", err)
	}
	for _, it := range opf.Items {
		s.manifest[it.ID] = it.Href
	}
	for _, ref := range opf.Refs {
		s.spine = append(s.spine, s.manifest[ref.ID])
	}
	return nil
}

// verify makes sure that every planned file is in the container and in the
// manifest, the documents in the spine in their order, and nothing else.
func verify(p *plan, s *skeleton) error {
	listed := map[string]bool{}
	for _, href := range s.manifest {
		listed[href] = true
	}
	want := []string{"nav.xhtml", "toc.ncx"}
	for i, d := range p.docs {
		if i >= len(s.spine) || path.Base(s.spine[i]) != d.name {
			return fmt.Errorf("%s is not at place %d of the spine", d.name, i+1)
		}
		want = append(want, "xhtml/"+d.name)
	}
	for _, m := range p.media {
		want = append(want, m.path())
	}
	for _, name := range want {
		if _, ok := s.files[contentFolder+name]; !ok || !listed[name] {
			return fmt.Errorf("%s was lost", name)
		}
	}
	if n := countContent(s.files) - 1; n != len(want) { // the package document lists itself nowhere
		return fmt.Errorf("%d files where %d were planned", n, len(want))
	}
	return nil
}

func countContent(files map[string][]byte) int {
	n := 0
	for name := range files {
		if strings.HasPrefix(name, contentFolder) {
			n++
		}
	}
	return n
}
