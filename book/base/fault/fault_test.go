package fault

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestLibrary(t *testing.T) {
	var list []int
	err := func() (err error) {
		defer Library(&err)
		return fmt.Errorf("%d", list[3])
	}()
	p := From(fmt.Errorf("read: %w", err))
	if p == nil || err.Error() != "a fault of octavo itself" {
		t.Fatalf("the error is %v", err)
	}
	for _, want := range []string{"index out of range [3]", "fault_test.go"} {
		if !strings.Contains(p.Trace(), want) {
			t.Errorf("the trace lacks %q:\n%s", want, p.Trace())
		}
	}
}

func TestNoPanic(t *testing.T) {
	other := errors.New("other")
	err := func() (err error) {
		defer Catch(&err)
		defer Library(&err)
		defer In("a.md")
		return other
	}()
	if err != other || From(err) != nil || From(nil) != nil {
		t.Errorf("the error is %v", err)
	}
}

// TestIn checks that the name is that of the innermost file.
func TestIn(t *testing.T) {
	err := func() (err error) {
		defer Catch(&err)
		defer In("book.yaml")
		defer In("a.md")
		panic(Injected("x"))
	}()
	if p := From(err); p == nil || p.File != "a.md" || !strings.Contains(p.Trace(), "TestIn") {
		t.Errorf("the panic is %+v", p)
	}
}

// TestCatchHidesNothingFromTests checks that a fault which no test caused is seen.
func TestCatchHidesNothingFromTests(t *testing.T) {
	defer func() {
		if r := recover(); !strings.Contains(fmt.Sprint(r), "unforeseen") {
			t.Errorf("recovered %v", r)
		}
	}()
	func() (err error) {
		defer Catch(&err)
		panic("unforeseen")
	}()
	t.Error("the panic was hidden")
}
