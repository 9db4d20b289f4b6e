#!/bin/sh
# Runs what crosses threads under ThreadSanitizer: Tests/tsan.sh [layer…]. Without words: every layer that has threads.
exec "$(dirname "$0")/sanitizer.sh" tsan "${@:-Core Engine Store Jobs}"
