#!/usr/bin/env bash
# Shows every page of the example workspace on a virtual display: pictures.sh PROGRAM FOLDER
set -euo pipefail
program="$1" folder="$2"
. "$(dirname "$0")/packages.sh"
need xvfb imagemagick xdotool libgl1-mesa-dri libegl1 libxkbcommon-x11-0 libxcursor1 libxi6 libxrandr2

for command in Xvfb import identify xdotool; do
    command -v "$command" >/dev/null 2>&1 || {
        echo "Pictures of the window need $command (packages xvfb, imagemagick, xdotool)." >&2
        exit 1
    }
done

now=2026-11-24T12:40
mkdir -p "$folder"
home=$(mktemp -d)
display=
trap '[ -z "$display" ] || kill "$display" 2>/dev/null; rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state"

picture() { # LANGUAGE THEME PAGE SIZE
    "$program" --workspace "$home/$1.desk" --lang "$1" --theme "$2" --page "$3" --now "$now" &
    local window=$! tries
    for tries in $(seq 1 60); do
        xdotool search --onlyvisible --name . >/dev/null 2>&1 && break
        sleep 0.25
    done
    xdotool search --onlyvisible --name . windowmove %@ 0 0 windowsize %@ "${4%x*}" "${4#*x}" >/dev/null 2>&1 || true
    # The first frames may still be empty: the picture is taken again until there is something in it.
    for tries in $(seq 1 20); do
        sleep 1
        import -window root "$folder/$3-$1-$2.png"
        [ "$(identify -format %k "$folder/$3-$1-$2.png")" -lt 100 ] || break
    done
    kill "$window" 2>/dev/null || true
    wait "$window" 2>/dev/null || true
}

for look in bg:light:1280x800 bg:dark:1920x1080 en:light:1920x1080 en:dark:1280x800; do
    IFS=: read -r language theme size <<<"$look"
    [ -e "$home/$language.desk" ] || "$program" demo --lang "$language" --now "$now" --out "$home/$language.desk"
    : >"$home/display"
    Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$home/display" >/dev/null 2>&1 &
    display=$!
    for tries in $(seq 1 40); do
        number=$(cat "$home/display")
        [ -z "$number" ] || break
        sleep 0.25
    done
    export DISPLAY=":$number"
    for page in today evening diary list structure onboarding figures settings; do
        picture "$language" "$theme" "$page" "$size"
    done
    kill "$display" && wait "$display" 2>/dev/null || true
    display=
done
"$program" --workspace "$home/bg.desk" --lang bg --now "$now" snapshot --out "$folder/snapshot.pdf"
"$program" --workspace "$home/bg.desk" --lang bg --now "$now" snapshot --out "$folder/snapshot.png"
echo "Pictures of every page and a snapshot: $folder"
