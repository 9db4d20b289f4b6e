#!/bin/sh
# Runs tests under AddressSanitizer and UndefinedBehaviorSanitizer: Tests/asan.sh [layer…]. Without words: every layer
# below the window.
exec "$(dirname "$0")/sanitizer.sh" asan "${@:-Core Dsp Model Media Modules Formats Compose Engine Store Net Jobs Providers App Cli}"
