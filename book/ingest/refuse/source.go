package refuse

import (
	"octavo/book/base/pattern"
)

// languages are the endings of programs and style sheets.
var languages = set(".py", ".js", ".mjs", ".cjs", ".ts", ".jsx", ".tsx", ".go", ".c", ".h", ".cc", ".cpp", ".hpp", ".cs", ".java", ".kt", ".scala", ".swift", ".m", ".rb", ".rs", ".php",
	".pl", ".pm", ".lua", ".r", ".jl", ".hs", ".ml", ".clj", ".ex", ".erl", ".sh", ".bash", ".zsh", ".ps1", ".bat", ".cmd", ".sql", ".css", ".scss", ".sass", ".less", ".vue", ".svelte", ".astro",
	".xsl", ".xslt", ".xsd", ".dtd", ".jinja", ".j2", ".erb", ".ejs", ".liquid", ".hbs", ".mustache", ".njk", ".twig", ".pug", ".haml", ".cmake", ".gradle", ".diff", ".patch")

// The share of lines, in a hundred, that look like those of a program in a file that its name says to be
// one, and in any other; by eye. A text about programs has prose between them.
const (
	sureLines = 25
	mostLines = 60
)

var (
	// codeLine is a line of a program: a statement, a brace, a remark.
	codeLine = pattern.Later(`[{};]\s*$|^\s*(import|from|def|func|fn|class|return|package|const|let|var|if|for|while|use|pub|export|function|public|private|static|end|else|elif|try|print|SELECT|FROM|INSERT|CREATE)\b.*[({:=;,)]?\s*$|^\s*(//|#|/\*|\*|--|\{%|\{\{|<[%/\w])|^\s*[\w.]+\s*(=|:=|\+=)\s*\S|\)\s*$`)
	// braceLine is a line that no prose has.
	braceLine = pattern.Later(`[{}];?,?\s*$|^\s*[})\]]+[;,]?\s*$`)
	statement = pattern.Later(`[{};,(]\s*$|^\s*[})\]]+[;,]?\s*$|^\s*(//|/\*|\*/)`)
)

// source returns why a program is not read, "" for all else.
func source(_, ext, s string) string {
	const few = 5 // lines of braces that are no accident, in a hundred
	switch {
	case languages[ext] && share(s, codeLine()) >= sureLines:
	case share(s, statement()) >= mostLines && share(s, braceLine()) >= few:
	default:
		return ""
	}
	return "the source of a program is not an article"
}

var (
	// stampedLine is a line of a log: a moment, or the address of a visitor with one.
	stampedLine = pattern.Later(`^\S{0,3}\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S+(\[\d+\])?: |^[0-9a-f.:]{7,39} \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:`)
	// levelLine is a line with what only logs have.
	levelLine = pattern.Later(`\b(INFO|ERROR|WARN|WARNING|DEBUG|TRACE|FATAL|NOTICE|CRITICAL|info|error|warn|debug)\b|"(GET|POST|HEAD|PUT) /|\[\d+\]:`)
)

// journal returns why the log of a program is not read, "" for all else. A chat and a diary have
// moments before their lines too, but no levels.
func journal(_, _, s string) string {
	const most, some = 80, 30 // in a hundred lines, by eye
	if share(s, stampedLine()) >= most && share(s, levelLine()) >= some {
		return "the log of a program is not an article"
	}
	return ""
}
