// Octavo compiles a series of articles, a folder of Markdown, into a book with
// an EPUB and a PDF edition.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

// run is main with an exit code, for tests of the command.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	return execute(ctx, os.Args[1:], os.Stdout, os.Stderr)
}
