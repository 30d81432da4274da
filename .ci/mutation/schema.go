package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// schema is the product with many faults in it, of which each process takes one or
// none. Compiling is what a round would spend its time on if each fault were compiled
// alone: a fault in a package at the bottom makes some sixty programs of tests new.
// So a function in which m and n are faults becomes
//
//	func f(a int) error {
//		if mutationIs(m) { its body with fault m
//		} else if mutationIs(n) { its body with fault n
//		} else { its body as it is, with marks where faults m and n would stand
//		}
//	}
//
// which the compiler takes whatever the fault is: the bodies see the same names, and
// end alike. The marks tell which faults some tests would come by (see part.ran).
//
// Which fault is taken is said by a limit of the process, the size of core files in
// blocks, since limits pass to every process that a test starts; scripts of tests
// start theirs with a clean environment. From [marking] on it asks for marks instead.
//
// What stands in no function, or in one with a label, which may stand there but once,
// is judged as an overlay of its own.
type schema struct {
	overlay string       // the file for go's -overlay
	holds   map[int]bool // the ids of its faults
}

// marking is the least limit that asks for marks. More faults than that are in no
// schema.
const marking = 1 << 16

// helper is the file that each package with faults gets besides. Getrlimit counts in
// bytes, and the shell's ulimit in blocks of 512. The imports are the few that package
// space, which has to come before all others, has itself.
const helper = `package %s

import (
	"strconv"
	"syscall"
)

var mutationTaken = func() int {
	var core syscall.Rlimit
	_ = syscall.Getrlimit(syscall.RLIMIT_CORE, &core)
	return int(core.Cur / 512)
}()

func mutationIs(id int) bool { return mutationTaken == id }

var mutationMarked [%d]bool

func mutationMark(id int) {
	if mutationTaken < %d || mutationMarked[id] {
		return
	}
	mutationMarked[id] = true
	fd, err := syscall.Open(%q+strconv.Itoa(mutationTaken), syscall.O_WRONLY|syscall.O_CREAT|syscall.O_APPEND, 0o666)
	if err != nil {
		return
	}
	_, _ = syscall.Write(fd, []byte(strconv.Itoa(id)+"\n"))
	_ = syscall.Close(fd)
}
`

// newSchema makes the schema of mutants in a copy of the tree; their ids are the
// indices. Processes leave their marks in files of the scratch folder.
func (j *judge) newSchema(ctx context.Context, ms []mutant) (*schema, error) {
	s := &schema{overlay: filepath.Join(j.scratch, "schema.json"), holds: map[int]bool{}}
	replace := map[string]string{} // by the path of the file in the copy
	perPack := map[*pack][]int{}
	for id, m := range ms {
		if id < marking {
			perPack[m.pack] = append(perPack[m.pack], id)
		}
	}
	for p, ids := range perPack {
		files, held := j.tree.schemaOf(p, ms, ids, fmt.Sprintf(helper, p.Name, len(ms), marking, j.marks()))
		if len(held) == 0 {
			continue
		}
		part := map[string]string{}
		for path, src := range files {
			name := filepath.Join(j.scratch, fmt.Sprintf("schema-%d.go", len(replace)+len(part)))
			if err := os.WriteFile(name, src, 0o666); err != nil {
				return nil, err
			}
			part[filepath.Join(j.copy(), filepath.FromSlash(j.tree.rel(path)))] = name
		}
		if ok, err := j.builds(ctx, p, part); err != nil {
			return nil, err
		} else if !ok {
			continue
		}
		maps.Copy(replace, part)
		for _, id := range held {
			s.holds[id] = true
		}
	}
	return s, writeOverlay(s.overlay, replace)
}

// writeOverlay writes what go is told of the files that stand for others.
func writeOverlay(name string, replace map[string]string) error {
	b, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o666)
}

// builds reports whether the compiler takes a package with files in place of others. It
// refuses a little that go/types takes.
func (j *judge) builds(ctx context.Context, p *pack, replace map[string]string) (bool, error) {
	overlay := filepath.Join(j.scratch, "builds.json")
	if err := writeOverlay(overlay, replace); err != nil {
		return false, err
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", os.DevNull, "-overlay", overlay, p.ImportPath)
	cmd.Dir = j.copy()
	return cmd.Run() == nil, nil
}

// schemaOf returns the files of p that hold the faults with the given ids, by path,
// and which of them they do hold. When the types of the whole are at odds, it holds
// none.
func (t *tree) schemaOf(p *pack, ms []mutant, ids []int, help string) (map[string][]byte, []int) {
	byFile := map[int]map[*ast.BlockStmt][]int{}
	var held []int
	for _, id := range ids {
		body := t.bodyOf(ms[id])
		if body == nil || hasLabel(body) {
			continue
		}
		if byFile[ms[id].file] == nil {
			byFile[ms[id].file] = map[*ast.BlockStmt][]int{}
		}
		byFile[ms[id].file][body] = append(byFile[ms[id].file][body], id)
		held = append(held, id)
	}
	files := map[string][]byte{filepath.Join(p.Dir, "octavo_mutation.go"): []byte(help)}
	parsed := slices.Clone(p.files)
	for file, bodies := range byFile {
		path := t.set.Position(p.files[file].Package).Filename
		files[path] = t.withBodies(p, file, ms, bodies)
		f, err := parser.ParseFile(t.set, path, files[path], parser.SkipObjectResolution)
		if err != nil {
			return nil, nil
		}
		parsed[file] = f
	}
	f, err := parser.ParseFile(t.set, "octavo_mutation.go", help, parser.SkipObjectResolution)
	if err != nil || t.check(p, append(parsed, f), nil) != nil {
		return nil, nil
	}
	return files, held
}

// bodyOf returns the body of the function around a fault: of the declared one, or of
// the outermost one in a variable of the package. It is nil where there is none.
func (t *tree) bodyOf(m mutant) (body *ast.BlockStmt) {
	ast.Inspect(m.pack.files[m.file], func(n ast.Node) bool {
		var b *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncDecl:
			b = n.Body
		case *ast.FuncLit:
			b = n.Body
		}
		if b != nil && body == nil && t.offset(b.Lbrace) < m.from && m.to <= t.offset(b.Rbrace) {
			body = b
		}
		return body == nil
	})
	return body
}

func (t *tree) offset(p token.Pos) int { return t.set.Position(p).Offset }

func hasLabel(body *ast.BlockStmt) (found bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		_, label := n.(*ast.LabeledStmt)
		found = found || label
		return !found
	})
	return found
}

// withBodies returns a file whose functions have a body for each fault.
func (t *tree) withBodies(p *pack, file int, ms []mutant, bodies map[*ast.BlockStmt][]int) []byte {
	var order []*ast.BlockStmt
	for b := range bodies {
		order = append(order, b)
	}
	slices.SortFunc(order, func(a, b *ast.BlockStmt) int { return int(a.Lbrace - b.Lbrace) })
	src := p.sources[file]
	var out bytes.Buffer
	done := 0
	for _, b := range order {
		from, to := t.offset(b.Lbrace)+1, t.offset(b.Rbrace)
		out.Write(src[done:from])
		for _, id := range bodies[b] {
			m := ms[id]
			fmt.Fprintf(&out, "if mutationIs(%d) {%s%s%s\n} else ", id, src[from:m.from], m.text, src[m.to:to])
		}
		out.WriteString("{")
		t.marked(&out, src, b, ms, bodies[b])
		out.WriteString("\n}")
		done = to
	}
	out.Write(src[done:])
	return out.Bytes()
}

// marked writes a body as it is, with the mark of each fault before the innermost
// statement of a block that the fault is in.
func (t *tree) marked(out *bytes.Buffer, src []byte, body *ast.BlockStmt, ms []mutant, ids []int) {
	marks := map[int][]int{} // ids by offset
	for _, id := range ids {
		at := t.offset(body.Lbrace) + 1
		ast.Inspect(body, func(n ast.Node) bool {
			var list []ast.Stmt
			switch n := n.(type) {
			case *ast.BlockStmt:
				list = n.List
			case *ast.CaseClause:
				list = n.Body
			case *ast.CommClause:
				list = n.Body
			}
			for _, s := range list {
				_, clause := s.(*ast.CaseClause) // what a switch has in its block
				_, comm := s.(*ast.CommClause)
				if from := t.offset(s.Pos()); !clause && !comm && from <= ms[id].from && ms[id].to <= t.offset(s.End()) {
					at = from
				}
			}
			return true
		})
		marks[at] = append(marks[at], id)
	}
	from, to := t.offset(body.Lbrace)+1, t.offset(body.Rbrace)
	for i := from; i <= to; i++ {
		for _, id := range marks[i] {
			fmt.Fprintf(out, "mutationMark(%d); ", id)
		}
		if i < to {
			out.WriteByte(src[i])
		}
	}
}
