package main

import (
	"go/ast"
	"go/types"
	"strings"
)

// exempt reports whether n and what is below it are left whole, since no test
// of what the command does could tell. The rules, with the reason of each:
//
//   - imports and fields with tags: no line of them is code that runs;
//   - what panics: it says that an invariant of ours is broken, and no input gets
//     there;
//   - the capacity of make, Grow and the like: room made beforehand, which append
//     would find as well;
//   - the sizes of buffered readers and writers: the bytes are the same.
//
// What is the same for a reason of its own stands in the file of equivalents.
func (f *finder) exempt(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return true
	case *ast.Field:
		return n.Tag != nil
	case *ast.ExprStmt:
		call, ok := n.X.(*ast.CallExpr)
		return ok && (f.isBuiltin(call.Fun, "panic") || strings.HasSuffix(f.text(call.Fun), ".Grow"))
	case *ast.CallExpr:
		return f.isBuiltin(n.Fun, "panic")
	case ast.Expr:
		return f.isCapacity(n)
	}
	return false
}

// isCapacity reports whether n is how much room a call makes beforehand.
func (f *finder) isCapacity(n ast.Expr) bool {
	if len(f.stack) == 0 {
		return false
	}
	call, ok := f.parent().(*ast.CallExpr)
	if !ok || len(call.Args) < 2 || call.Args[len(call.Args)-1] != n {
		return false
	}
	if f.isBuiltin(call.Fun, "make") {
		_, slice := f.tree.info.Types[call.Args[0]].Type.Underlying().(*types.Slice)
		return !slice || len(call.Args) == 3
	}
	switch fun := f.text(call.Fun); fun {
	case "slices.Grow", "bufio.NewReaderSize", "bufio.NewWriterSize":
		return true
	}
	return false
}
