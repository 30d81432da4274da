package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/compile"
)

// path is where a file of the manuscript lies, seen from the folder at hand.
func (p *printer) path(d book.Diagnostic) string {
	return filepath.ToSlash(filepath.Join(p.dir, d.Pos.File))
}

// github prints workflow commands, which GitHub shows beside the lines of a
// change (docs.github.com, "Workflow commands for GitHub Actions").
func (p *printer) github(res *compile.Result) {
	for _, d := range res.Diagnostics {
		at := "file=" + property.Replace(book.Printable(p.path(d)))
		if d.Pos.Line > 0 {
			at += fmt.Sprintf(",line=%d", d.Pos.Line)
		}
		if d.Pos.Col > 0 {
			at += fmt.Sprintf(",col=%d", d.Pos.Col)
		}
		fmt.Fprintf(p.out, "::%s %s,title=%s::%s\n", theirs(d.Severity.String(), "notice"), at, property.Replace(string(d.Rule)), data.Replace(book.Printable(withHint(d))))
	}
}

// data and property escape the characters that would end the command, and a property of it.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func withHint(d book.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + "; " + d.Hint
}

// The parts of SARIF 2.1.0 (OASIS, 2020) that are used here.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string      `json:"id"`
		Short         sarifText   `json:"shortDescription"`
		Help          sarifText   `json:"help"`
		Configuration sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Enabled bool   `json:"enabled"`
		Level   string `json:"level"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		Index     *int            `json:"ruleIndex,omitempty"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)

// sarif prints a SARIF log, which code hosts and editors read.
func (p *printer) sarif(res *compile.Result) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "Octavo", Version: version}
	index := map[book.RuleID]int{}
	for i, r := range rule.All() {
		index[r.ID] = i
		c := sarifConfig{Enabled: r.Level != rule.Off, Level: theirs(string(r.Level), "note")}
		if !c.Enabled {
			c.Level = string(rule.Warning)
		}
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(r.ID), sarifText{r.Why}, sarifText{"For example: " + r.Example}, c})
	}
	for _, d := range res.Diagnostics {
		r := sarifResult{Rule: string(d.Rule), Level: theirs(d.Severity.String(), "note"), Message: sarifText{withHint(d)}, Locations: make([]sarifLocation, 1)}
		if i, ok := index[d.Rule]; ok {
			r.Index = &i
		}
		at := &r.Locations[0].Physical
		at.Artifact.URI = fileURI(p.path(d))
		if d.Pos.Line > 0 {
			at.Region = &sarifRegion{d.Pos.Line, d.Pos.Col}
		}
		run.Results = append(run.Results, r)
	}
	enc := json.NewEncoder(p.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	log := sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
	if err := enc.Encode(log); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// theirs returns a severity or level by the word that others have for a remark.
func theirs(level, remark string) string {
	if level == string(rule.Remark) {
		return remark
	}
	return level
}

// fileURI returns a path as a reference of RFC 3986, relative when the path is.
func fileURI(path string) string {
	u := url.URL{Path: path}
	if strings.HasPrefix(path, "/") {
		u.Scheme = "file"
	}
	return u.String()
}
