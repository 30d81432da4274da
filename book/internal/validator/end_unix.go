//go:build unix

package validator

import (
	"os/exec"
	"syscall"
)

// endWithChildren has a program lead a process group, and the end of its
// context end the group: a browser outlives the script that started it.
func endWithChildren(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
