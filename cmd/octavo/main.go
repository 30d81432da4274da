// Octavo compiles a series of articles, a folder of Markdown, into a book with
// an EPUB and a PDF edition.
package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"
)

func main() { os.Exit(run()) }

// run is main with an exit code, for tests of the command.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), heeded()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	return execute(ctx, os.Args[1:], os.Stdout, os.Stderr)
}

// heeded are the signals that ask the command to clear up and end, a terminal's
// hanging up too. A signal that the caller has told the process to ignore, as nohup does
// and shells do for work in the background, stays ignored.
func heeded() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}
