#!/bin/sh
# Installs into a virtual environment, which it makes where there is none, and takes one line of the terminal for
# it: install.sh ENVIRONMENT ARGUMENTS OF PIP INSTALL…
# What pip says goes into ENVIRONMENT/install.log; its end is shown when pip fails. PYTHON names the interpreter.
set -eu
environment=$1
shift
python=${PYTHON:-python3}
log=$environment/install.log

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "需要 Python 3.11 以上，可用 make PYTHON=python3.11 指定 / needs Python 3.11+, e.g. make PYTHON=python3.11" >&2
    exit 2
}
# An environment that was cut off while it was made has an interpreter and no pip.
"$environment/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$environment"

# With what follows it no wider than 80 columns: a line that is folded cannot be drawn over.
line="准备运行环境（首次几分钟）/ setting up (minutes, once)"
started=$(date +%s)
: >"$log"

# Draws the line over and over on a terminal: how many libraries are found, and then that they are being put in.
progress() {
    while kill -0 $$ 2>/dev/null; do
        found=$(grep -c '^ *Collecting ' "$log" || true)
        grep -q '^ *Installing collected packages' "$log" && found="$found ↓"
        printf '\r\033[K%s … %s · %ss' "$line" "$found" $(($(date +%s) - started))
        sleep 1
    done
}

ticker=
if [ -t 1 ]; then
    progress &
    ticker=$!
else
    echo "$line …"
fi
stop() {
    [ -z "$ticker" ] || kill "$ticker" 2>/dev/null || true
    [ ! -t 1 ] || echo
}
trap 'stop; exit 130' INT TERM HUP

status=0
"$environment/bin/python" -m pip install --disable-pip-version-check --no-input "$@" >"$log" 2>&1 || status=$?
trap - INT TERM HUP
stop
if [ "$status" -ne 0 ]; then
    tail -n 15 "$log" >&2
    echo "安装失败，以上是日志的末尾，全文在 $log / installation failed: above is the end of $log" >&2
fi
exit "$status"
