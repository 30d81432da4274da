package inspect

import (
	"net/url"
	"path"
	"strings"
)

// container reads META-INF, and reports whether there is a package document.
func (s *session) container() bool {
	const name = "META-INF/container.xml"
	if s.arc.byName[name] == nil {
		s.add(epubContainer, "", Place{}, "the archive has no %s", name)
		return false
	}
	root := s.tree(name)
	if root == nil {
		return false
	}
	s.encryption()
	s.appleOptions()
	for _, n := range root.Within("urn:oasis:names:tc:opendocument:xmlns:container", "rootfile") {
		full := n.Get("full-path")
		if t := n.Get("media-type"); t != "application/oebps-package+xml" || full == "" {
			continue
		}
		if s.arc.byName[full] == nil {
			s.add(epubContainer, name, placeOf(n), "the package document %q is not in the archive", clip(full))
			return false
		}
		s.pub.Package = full
		return true
	}
	s.add(epubContainer, name, Place{}, "no rootfile names a package document")
	return false
}

// encryption tells which entries cannot be read. Fonts that are obfuscated
// stay what they are.
func (s *session) encryption() {
	const name = "META-INF/encryption.xml"
	s.pub.encryptedByPath = map[string]bool{}
	if s.arc.byName[name] == nil {
		return
	}
	root := s.tree(name)
	if root == nil {
		return
	}
	root.Walk(func(n *node) {
		if n.Name != "CipherReference" {
			return
		}
		uri, err := url.PathUnescape(n.Get("URI"))
		if err != nil || s.pub.encryptedByPath[uri] {
			return
		}
		s.pub.encryptedByPath[uri] = true
		s.add(epubEncrypted, uri, Place{}, "the entry is encrypted and not checked")
	})
}

// appleOptions reads the options that Apple Books took before they were
// metadata.
func (s *session) appleOptions() {
	const name = "META-INF/com.apple.ibooks.display-options.xml"
	if s.arc.byName[name] == nil {
		return
	}
	if root := s.tree(name); root != nil {
		for _, n := range root.Within("", "option") {
			if n.Get("name") == "specified-fonts" && content(n) == "true" {
				s.pub.SpecifiedFonts = true
			}
		}
	}
}

// packageDocument reads the package document, and reports whether it could.
func (s *session) packageDocument() bool {
	root := s.tree(s.pub.Package)
	if root == nil {
		return false
	}
	if !root.Is(nsOPF, "package") {
		s.add(epubVersion, s.pub.Package, placeOf(root), "the root is %s, not an OPF package", root.Name)
		return false
	}
	p := s.pub
	p.Version = root.Get("version")
	p.Lang, _ = root.Lookup(nsXML, "lang")
	if !strings.HasPrefix(p.Version, "3.") {
		s.add(epubVersion, p.Package, placeOf(root), "the version is %q, not 3.0", clip(p.Version))
	}
	s.metaElements(root.First(nsOPF, "metadata"))
	s.identifier(root)
	s.manifest(root.First(nsOPF, "manifest"))
	s.spine(root.First(nsOPF, "spine"))
	if guide := root.First(nsOPF, "guide"); guide != nil {
		for _, n := range guide.Within(nsOPF, "reference") {
			if t, ok := s.target(p.Package, n.Get("href")); ok {
				p.Guide = append(p.Guide, &Point{Label: n.Get("title"), Target: t, Types: []string{n.Get("type")}, At: placeOf(n)})
			}
		}
	}
	return true
}

// metaElements reads the metadata.
func (s *session) metaElements(n *node) {
	if n == nil {
		s.add(epubMetadata, s.pub.Package, Place{}, "the package has no metadata")
		return
	}
	p := s.pub
	p.PackageAt = placeOf(n)
	for _, k := range n.Kids {
		m := Meta{Value: content(k), Refines: strings.TrimPrefix(k.Get("refines"), "#"), ID: k.Get("id"), At: placeOf(k)}
		switch {
		case k.Space == nsDC:
			m.Name = "dc:" + k.Name
		case k.Is(nsOPF, "meta") && k.Get("property") != "":
			m.Name = k.Get("property")
		case k.Is(nsOPF, "meta"):
			m.Name, m.Value = k.Get("name"), k.Get("content")
		default:
			continue
		}
		p.Meta = append(p.Meta, m)
	}
	if v := p.Values("ibooks:specified-fonts"); len(v) > 0 && v[0] == "true" {
		p.SpecifiedFonts = true
	}
	p.Titles, p.Languages, p.Identifiers = p.Values("dc:title"), p.Values("dc:language"), p.Values("dc:identifier")
}

// identifier finds the identifier that the package calls its own.
func (s *session) identifier(root *node) {
	id := root.Get("unique-identifier")
	for _, m := range s.pub.Meta {
		if m.Name == "dc:identifier" && m.ID == id && id != "" {
			s.pub.Identifier = m.Value
		}
	}
	if s.pub.Identifier == "" {
		s.add(epubIdentifier, s.pub.Package, placeOf(root), "unique-identifier names no dc:identifier with a value")
	}
}

func (s *session) manifest(n *node) {
	s.byID, s.at = map[string]*Item{}, map[string]*Item{}
	if n == nil {
		s.add(epubMetadata, s.pub.Package, Place{}, "the package has no manifest")
		return
	}
	for _, k := range n.Within(nsOPF, "item") {
		s.item(k)
	}
	covers := s.pub.Values("cover")
	for _, it := range s.pub.Items {
		if it.Has("cover-image") || s.pub.Cover == nil && len(covers) > 0 && it.ID == covers[0] {
			s.pub.Cover = it
		}
	}
}

func (s *session) item(n *node) {
	p := s.pub
	it := &Item{ID: n.Get("id"), MediaType: strings.TrimSpace(n.Get("media-type")), Properties: strings.Fields(n.Get("properties")),
		Fallback: n.Get("fallback"), At: placeOf(n)}
	if it.ID == "" || it.MediaType == "" {
		s.add(epubMetadata, p.Package, it.At, "an item has no id or no media-type")
	}
	if s.byID[it.ID] != nil {
		s.add(epubIDTwice, p.Package, it.At, "the id %q is given twice", clip(it.ID))
		return
	}
	s.byID[it.ID] = it
	p.Items = append(p.Items, it)
	href := n.Get("href")
	if isRemote(href) {
		return
	}
	t, ok := s.target(p.Package, href)
	if !ok {
		s.add(epubLeak, p.Package, it.At, "the item %q leads out of the archive, or nowhere", clip(href))
		return
	}
	it.Path = t.Path
	if s.at[t.Path] != nil {
		s.add(epubItemTwice, p.Package, it.At, "%q stands in the manifest twice", clip(t.Path))
		return
	}
	s.at[t.Path] = it
	f := s.arc.byName[t.Path]
	if f == nil {
		s.add(epubItem, p.Package, it.At, "the file %q is not in the archive", clip(t.Path))
		return
	}
	it.present, it.Size = true, int64(f.UncompressedSize64)
}

func (s *session) spine(n *node) {
	p := s.pub
	if n == nil {
		s.add(epubSpine, p.Package, Place{}, "the package has no spine")
		return
	}
	seen := map[*Item]bool{}
	linear := false
	for _, k := range n.Within(nsOPF, "itemref") {
		it := s.byID[k.Get("idref")]
		switch {
		case it == nil:
			s.add(epubSpine, p.Package, placeOf(k), "the spine names %q, which the manifest has not", clip(k.Get("idref")))
			continue
		case seen[it]:
			s.add(epubSpine, p.Package, placeOf(k), "the spine names %q twice", clip(it.ID))
			continue
		}
		seen[it] = true
		ref := SpineItem{it, k.Get("linear") != "no"}
		linear = linear || ref.Linear
		p.Spine = append(p.Spine, ref)
		s.foreign(it, k)
	}
	if !linear {
		s.add(epubSpine, p.Package, placeOf(n), "the spine has no linear item")
	}
	p.HasNCX = s.ncxItem(n) != nil
}

// foreign reports an item of the spine that no reader has to show.
func (s *session) foreign(it *Item, ref *node) {
	// Fallbacks may lead into a circle that the first item is no part of.
	seen := map[*Item]bool{}
	for hop := it; hop != nil && hop.MediaType != "" && !seen[hop]; hop = s.byID[hop.Fallback] {
		seen[hop] = true
		if hop.MediaType == typeXHTML || hop.MediaType == typeSVG || hop.MediaType == "application/x-dtbook+xml" {
			return
		}
	}
	s.add(epubForeign, s.pub.Package, placeOf(ref), "%q in the spine is %s, and has no fallback", clip(it.ID), clip(it.MediaType))
}

// Media types.
const (
	typeXHTML = "application/xhtml+xml"
	typeSVG   = "image/svg+xml"
	typeNCX   = "application/x-dtbncx+xml"
	typeCSS   = "text/css"
)

// ncxItem is the item of the NCX, or nil.
func (s *session) ncxItem(spine *node) *Item {
	if spine != nil {
		if it := s.byID[spine.Get("toc")]; it != nil && it.MediaType == typeNCX {
			return it
		}
	}
	for _, it := range s.pub.Items {
		if it.MediaType == typeNCX {
			return it
		}
	}
	return nil
}

// isRemote reports whether an address has a scheme, and so is no path.
func isRemote(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && (u.Scheme != "" || u.Host != "")
}

// target resolves an address that a document of the archive holds, and reports whether it
// could: remote addresses, and addresses that lead out of the archive, have no target.
func (s *session) target(from, href string) (Target, bool) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		return Target{}, false
	}
	if u.Path == "" {
		return Target{from, u.Fragment}, true
	}
	full := path.Join(path.Dir(from), u.Path)
	if full == ".." || strings.HasPrefix(full, "../") {
		return Target{}, false
	}
	return Target{full, u.Fragment}, true
}
