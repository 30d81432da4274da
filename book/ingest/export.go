package ingest

import (
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/export"
	"octavo/book/ingest/feed"
)

// ghostForm is how an export of Ghost begins, or what stands beside its rows: the time of
// the export and the version, or the name of a table.
var ghostForm = pattern.Later(`"db"\s*:\s*\[\s*\{\s*"(?:meta|data)"|"exported_on"\s*:|"data"\s*:\s*\{\s*"posts"\s*:\s*\[`)

// exported returns the reader of the export that a file begins as, nil for none.
func exported(data []byte) format {
	switch s := start(data); {
	case strings.HasPrefix(s, "<") && (strings.Contains(s, "wordpress.org/export/") || strings.Contains(s, "<wp:wxr_version")):
		return exportReader(export.WordPress)
	case strings.HasPrefix(s, "{") && strings.Contains(s, "jsonfeed.org/version"):
		return exportReader(feed.JSON)
	case strings.HasPrefix(s, "{") && (ghostForm().MatchString(s) || ghostForm().Match(data[max(0, len(data)-look):])):
		return exportReader(export.Ghost)
	}
	return nil
}

// exportReader returns a reader of the text of exports as one of files.
func exportReader(read func(string) ([]*draft.Article, error)) format {
	return func(name string, data []byte) ([]*draft.Article, error) {
		s, warnings, err := decode(name, data, label(data))
		if err != nil {
			return nil, err
		}
		list, err := read(s)
		if err != nil {
			return nil, err
		}
		list[0].Warnings = append(warnings, list[0].Warnings...)
		return list, nil
	}
}
