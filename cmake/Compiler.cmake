# How everything is compiled: the language, the processor, the warnings and the tools that make it quick.

set (CMAKE_CXX_STANDARD 20)
set (CMAKE_CXX_STANDARD_REQUIRED ON)
set (CMAKE_CXX_EXTENSIONS OFF)
set (CMAKE_EXPORT_COMPILE_COMMANDS ON)
set (THREADS_PREFER_PTHREAD_FLAG ON)
find_package (Threads REQUIRED)

set (ATHANOR_SANITIZE "" CACHE STRING "Sanitizers to build everything with: address,undefined or thread")
set_property (CACHE ATHANOR_SANITIZE PROPERTY STRINGS "" "address,undefined" "thread")

# Assertions stay on: a fault of ours is to be seen, in tests and while the program is young. Only Release drops them.
# -g1 gives stack traces with lines at a third of the size, and so of the link time, of -g.
set (CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
set (CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g1")
set (CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set (CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

# The baseline is AVX2 and FMA on x86-64; arm64 has what we need without a word.
if (CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options (-march=x86-64-v3)
endif()

# The same song gives the same bytes. No -ffast-math, which lets the compiler reorder sums; and no contraction, because
# whether `a * b + c` becomes one rounding or two would then hang on inlining, on the width of the lanes and on the
# compiler: a scalar kernel and its vector twin would differ, and so would a debug build and this one. A kernel that
# wants the fused operation for its speed says std::fma, which is a single instruction on the baseline.
# The last two change no value: they only say that nobody reads errno or the floating-point exception flags.
add_compile_options (-ffp-contract=off -fno-math-errno -fno-trapping-math)

if (ATHANOR_SANITIZE)
    add_compile_options (-fsanitize=${ATHANOR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_compile_definitions (_GLIBCXX_ASSERTIONS)
    add_link_options (-fsanitize=${ATHANOR_SANITIZE})
endif()

# Our own code is compiled with these, JUCE is not.
# Not asked: what gcc 12 guesses about the flow of values. It takes an empty std::optional inside a std::variant for an
# uninitialised read, and a sum of texts for a write past the end of the first; AddressSanitizer is the judge of those.
add_library (Warnings INTERFACE)
target_compile_options (Warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

# Clang finds other shadows than gcc, which is the judge of ours, and takes gcc's library at its word about what is deprecated
# inside of it.
if (CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options (Warnings INTERFACE -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
else()
    target_compile_options (Warnings INTERFACE -Wno-shadow -Wno-deprecated-declarations)
endif()

# JUCE writes the time of day into one file; without the sloppiness that file is compiled anew in every build. The base
# folder lets several work trees of the same source share one cache.
find_program (ATHANOR_CCACHE ccache)

if (ATHANOR_CCACHE)
    foreach (language C CXX)
        set (CMAKE_${language}_COMPILER_LAUNCHER
             ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=time_macros,pch_defines CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
             ${ATHANOR_CCACHE})
    endforeach()
endif()

# Most of the time of a small file goes into reading the headers of others. They are read once for each library and program;
# every file of ours still includes what it needs, as all_verify_interface_header_sets and the preset tsan see to.
function (precompile target)
    target_precompile_headers (${target} PRIVATE
        <algorithm> <array> <cmath> <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <variant> <vector> ${ARGN})

    # ccache must see what the precompiled header was made of.
    if (CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        target_compile_options (${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()

find_program (ATHANOR_MOLD ld.mold)

if (ATHANOR_MOLD)
    add_link_options (-fuse-ld=mold)
endif()

# The runtime of RealtimeSanitizer, which g++ cannot ask for but can link. Tests that hold a RealtimeScope run under it
# when it is there (package libclang-rt-19-dev).
file (GLOB rtsan /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.rtsan-${CMAKE_SYSTEM_PROCESSOR}.a)
list (SORT rtsan COMPARE NATURAL ORDER DESCENDING)
list (APPEND rtsan "")
list (GET rtsan 0 newestRtsan)

set (ATHANOR_RTSAN "${newestRtsan}" CACHE FILEPATH "The library of RealtimeSanitizer, or nothing")
