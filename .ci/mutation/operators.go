package main

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// operators says what each way of breaking a line does, by its name.
var operators = map[string]string{
	"negate":   "a condition of if, for or case is turned round",
	"boundary": "< becomes <=, > becomes >=, and back",
	"equal":    "== becomes != within a condition, and back",
	"logic":    "&& becomes ||, and back",
	"arith":    "+ becomes -, * becomes /, << becomes >>, and so on",
	"constant": "an integer n becomes n+1, or 0",
	"bool":     "true becomes false, and back",
	"string":   "a text becomes the empty text",
	"delete":   "a call, assignment, increment or defer is left out",
	"zero":     "a return gives zero values",
	"append":   "an element of append is left out",
	"jump":     "a break or continue is left out",
}

// mutant is one fault: text in place of the bytes from and to of a file.
type mutant struct {
	pack     *pack
	file     int // of pack.files
	from, to int
	text     string
	op       string
	place    token.Position // of what is broken, by the path from the top
}

// finder collects the mutants of one file.
type finder struct {
	tree  *tree
	pack  *pack
	file  int
	stack []ast.Node // what stands around the node that is looked at
	found []mutant
}

// find returns every way to break a file, in the order of the places.
func (t *tree) find(p *pack, file int) []mutant {
	f := &finder{tree: t, pack: p, file: file}
	ast.Inspect(p.files[file], func(n ast.Node) bool {
		if n == nil {
			f.stack = f.stack[:len(f.stack)-1]
			return true
		}
		if f.exempt(n) {
			return false
		}
		f.visit(n)
		f.stack = append(f.stack, n)
		return true
	})
	return f.found
}

func (f *finder) add(op string, at ast.Node, from, to token.Pos, text string) {
	set := f.tree.set
	f.found = append(f.found, mutant{
		pack: f.pack, file: f.file, op: op, text: text,
		from: set.Position(from).Offset, to: set.Position(to).Offset,
		place: set.Position(at.Pos()),
	})
}

func (f *finder) replace(op string, n ast.Node, text string) { f.add(op, n, n.Pos(), n.End(), text) }

func (f *finder) text(n ast.Node) string {
	set := f.tree.set
	return string(f.pack.sources[f.file][set.Position(n.Pos()).Offset:set.Position(n.End()).Offset])
}

// parent returns what n stands in.
func (f *finder) parent() ast.Node { return f.stack[len(f.stack)-1] }

func (f *finder) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		f.negate(n.Cond)
	case *ast.ForStmt:
		f.negate(n.Cond)
		f.step(n.Post)
	case *ast.SwitchStmt:
		f.cases(n)
	case *ast.BinaryExpr:
		f.binary(n)
	case *ast.BasicLit:
		f.literal(n)
	case *ast.Ident:
		f.truth(n)
	case *ast.CallExpr:
		f.shorten(n)
	case *ast.ReturnStmt:
		f.zero(n)
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
	case *ast.CommClause:
		f.statements(n.Body)
	}
}

func (f *finder) negate(cond ast.Expr) {
	if cond != nil {
		f.replace("negate", cond, "!("+f.text(cond)+")")
	}
}

// cases turns the conditions of a switch without a tag round.
func (f *finder) cases(n *ast.SwitchStmt) {
	if n.Tag != nil {
		return
	}
	for _, clause := range n.Body.List {
		for _, cond := range clause.(*ast.CaseClause).List {
			f.negate(cond)
		}
	}
}

// swaps are the binary operators that change places. What assigns has the same
// pairs.
var swaps = map[token.Token]struct {
	op string
	to token.Token
}{
	token.LSS: {"boundary", token.LEQ}, token.LEQ: {"boundary", token.LSS},
	token.GTR: {"boundary", token.GEQ}, token.GEQ: {"boundary", token.GTR},
	token.EQL: {"equal", token.NEQ}, token.NEQ: {"equal", token.EQL},
	token.LAND: {"logic", token.LOR}, token.LOR: {"logic", token.LAND},
	token.ADD: {"arith", token.SUB}, token.SUB: {"arith", token.ADD},
	token.MUL: {"arith", token.QUO}, token.QUO: {"arith", token.MUL}, token.REM: {"arith", token.MUL},
	token.SHL: {"arith", token.SHR}, token.SHR: {"arith", token.SHL},
	token.AND: {"arith", token.OR}, token.OR: {"arith", token.AND},
	token.XOR: {"arith", token.AND}, token.AND_NOT: {"arith", token.AND},
	token.ADD_ASSIGN: {"arith", token.SUB_ASSIGN}, token.SUB_ASSIGN: {"arith", token.ADD_ASSIGN},
	token.MUL_ASSIGN: {"arith", token.QUO_ASSIGN}, token.QUO_ASSIGN: {"arith", token.MUL_ASSIGN},
	token.REM_ASSIGN: {"arith", token.MUL_ASSIGN},
	token.SHL_ASSIGN: {"arith", token.SHR_ASSIGN}, token.SHR_ASSIGN: {"arith", token.SHL_ASSIGN},
	token.AND_ASSIGN: {"arith", token.OR_ASSIGN}, token.OR_ASSIGN: {"arith", token.AND_ASSIGN},
	token.INC: {"arith", token.DEC}, token.DEC: {"arith", token.INC},
}

func (f *finder) binary(n *ast.BinaryExpr) {
	s, ok := swaps[n.Op]
	if !ok || s.op == "equal" && f.isCondition(n) { // negate does that one
		return
	}
	f.add(s.op, n, n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), s.to.String())
}

func (f *finder) isCondition(n ast.Expr) bool {
	switch p := f.parent().(type) {
	case *ast.IfStmt:
		return p.Cond == n
	case *ast.ForStmt:
		return p.Cond == n
	case *ast.CaseClause:
		return true
	}
	return false
}

func (f *finder) literal(n *ast.BasicLit) {
	switch n.Kind {
	case token.STRING:
		if n.Value != `""` && n.Value != "``" {
			f.replace("string", n, `""`)
		}
	case token.INT:
		v, exact := constant.Int64Val(constant.MakeFromLiteral(n.Value, n.Kind, 0))
		if !exact {
			return
		}
		f.replace("constant", n, strconv.FormatInt(v+1, 10))
		if v != 0 {
			f.replace("constant", n, "0")
		}
	}
}

func (f *finder) truth(n *ast.Ident) {
	switch f.tree.info.Uses[n] {
	case types.Universe.Lookup("true"):
		f.replace("bool", n, "false")
	case types.Universe.Lookup("false"):
		f.replace("bool", n, "true")
	}
}

// shorten leaves out what append adds.
func (f *finder) shorten(n *ast.CallExpr) {
	if !f.isBuiltin(n.Fun, "append") {
		return
	}
	for i := 1; i < len(n.Args); i++ {
		to := n.Args[i].End()
		if i == len(n.Args)-1 {
			to = n.Rparen // with the dots
		}
		f.add("append", n.Args[i], n.Args[i-1].End(), to, "")
	}
}

func (f *finder) isBuiltin(fun ast.Expr, name string) bool {
	id, ok := fun.(*ast.Ident)
	return ok && id.Name == name && f.tree.info.Uses[id] == types.Universe.Lookup(name)
}

// zero makes a return give the zero values of its function.
func (f *finder) zero(n *ast.ReturnStmt) {
	sig := f.signature()
	if sig == nil || len(n.Results) == 0 {
		return
	}
	var zeros []string
	for v := range sig.Results().Variables() {
		zeros = append(zeros, f.zeroOf(v.Type()))
	}
	text := strings.Join(zeros, ", ")
	same := len(n.Results) == len(zeros)
	for i, r := range n.Results {
		if f.text(r) == "true" && len(n.Results) == 1 { // bool does that one
			return
		}
		same = same && (f.text(r) == zeros[i] || f.isZero(r))
	}
	if same {
		return
	}
	f.add("zero", n, n.Results[0].Pos(), n.Results[len(n.Results)-1].End(), text)
}

// isZero reports whether n is a constant that is 0, by whatever name, or a structure
// of which nothing is given.
func (f *finder) isZero(n ast.Expr) bool {
	if lit, ok := n.(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
		_, structure := f.tree.info.Types[n].Type.Underlying().(*types.Struct)
		return structure
	}
	v := f.tree.info.Types[n].Value
	return v != nil && (v.Kind() == constant.Int || v.Kind() == constant.Float) && constant.Sign(v) == 0
}

// signature is that of the function that is looked at.
func (f *finder) signature() *types.Signature {
	for i := len(f.stack) - 1; i >= 0; i-- {
		switch n := f.stack[i].(type) {
		case *ast.FuncLit:
			sig, _ := f.tree.info.Types[n].Type.(*types.Signature)
			return sig
		case *ast.FuncDecl:
			if obj := f.tree.info.Defs[n.Name]; obj != nil {
				return obj.Type().(*types.Signature)
			}
		}
	}
	return nil
}

func (f *finder) zeroOf(t types.Type) string {
	if _, generic := t.(*types.TypeParam); !generic {
		switch u := t.Underlying().(type) {
		case *types.Basic:
			switch {
			case u.Info()&types.IsBoolean != 0:
				return "false"
			case u.Info()&types.IsString != 0:
				return `""`
			case u.Info()&types.IsNumeric != 0:
				return "0"
			}
		case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
			return "nil"
		}
	}
	return "*new(" + types.TypeString(t, func(p *types.Package) string {
		if p.Path() == f.pack.ImportPath {
			return ""
		}
		return p.Name()
	}) + ")"
}

// statements leaves out those of a block that something else can do without.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		if f.exempt(s) {
			continue
		}
		switch s := s.(type) {
		case *ast.ExprStmt, *ast.DeferStmt, *ast.SendStmt:
			f.replace("delete", s, "")
		case *ast.IncDecStmt:
			f.replace("delete", s, "")
			f.step(s)
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE {
				f.replace("delete", s, "")
			}
			f.step(s)
		case *ast.BranchStmt:
			if s.Tok == token.BREAK || s.Tok == token.CONTINUE {
				f.replace("jump", s, "")
			}
		}
	}
}

// step turns what counts up into what counts down.
func (f *finder) step(s ast.Stmt) {
	var pos token.Pos
	var tok token.Token
	switch s := s.(type) {
	case *ast.IncDecStmt:
		pos, tok = s.TokPos, s.Tok
	case *ast.AssignStmt:
		pos, tok = s.TokPos, s.Tok
	}
	if swap, ok := swaps[tok]; ok {
		f.add(swap.op, s, pos, pos+token.Pos(len(tok.String())), swap.to.String())
	}
}
