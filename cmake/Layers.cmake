# One library for each line of Layers.txt, linked to the layers that the line allows and to no other; one test program
# for each layer; and the program itself.

option (ATHANOR_TESTS "Build the tests and the benchmarks" ON)

# What the audio thread runs cannot throw, and says so to the compiler.
set (LayersWithoutExceptions Core Dsp Modules Engine)
set (LayersWithWindow Host Ui)

# A test that listens to a real sound server wants both processors for itself.
set (TestsThatRunAlone Host)

# Gives the target all_verify_interface_header_sets, which compiles each header alone.
set (CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

file (STRINGS Source/Layers.txt lines REGEX "^[A-Z]")
set_property (DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS Source/Layers.txt)

function (addLayer layer below)
    file (GLOB_RECURSE sources CONFIGURE_DEPENDS Source/${layer}/*.cpp)
    file (GLOB_RECURSE headers CONFIGURE_DEPENDS Source/${layer}/*.h)

    if (layer STREQUAL "Modules")
        makeCatalogue (catalogue)
        list (APPEND sources ${catalogue})
    endif()

    set (packages "")

    foreach (package IN LISTS Packages_${layer})
        if (sources OR headers)
            findPackage (${package} target)
            list (APPEND packages ${target})
        endif()
    endforeach()

    if (NOT sources)
        add_library (${layer} INTERFACE)
        target_sources (${layer} INTERFACE FILE_SET HEADERS BASE_DIRS Source FILES ${headers})
        target_link_libraries (${layer} INTERFACE ${below} ${packages})
        return()
    endif()

    add_library (${layer} STATIC ${sources})
    target_sources (${layer} PUBLIC FILE_SET HEADERS BASE_DIRS Source FILES ${headers})
    target_link_libraries (${layer} PUBLIC ${below} ${packages} Threads::Threads PRIVATE Warnings)

    foreach (package IN LISTS PrivatePackages_${layer})
        findPackage (${package} target)
        target_link_libraries (${layer} PRIVATE ${target})
    endforeach()

    if (layer IN_LIST LayersWithoutExceptions)
        target_compile_options (${layer} PRIVATE -fno-exceptions)
    endif()

    # The synth's loops over two, four and eight are worth unrolling: it saves a fifth of its time.
    set (synth ${sources})
    list (FILTER synth INCLUDE REGEX "Modules/Synth/")
    set_source_files_properties (${synth} PROPERTIES COMPILE_OPTIONS -O3)

    if (layer IN_LIST LayersWithWindow)
        precompile (${layer} <juce_gui_basics/juce_gui_basics.h>)
    else()
        precompile (${layer})
    endif()

    if (layer MATCHES "^(App|Cli|Formats)$")
        target_compile_definitions (${layer} PRIVATE ATHANOR_VERSION="${PROJECT_VERSION}")
    endif()
endfunction()

# Tests run in the top folder of the repository, so that they find Templates and Tests/Corpus by a relative path.
function (addTests folder)
    file (GLOB_RECURSE tests CONFIGURE_DEPENDS Tests/${folder}/*Test.cpp)
    list (FILTER tests EXCLUDE REGEX "RtsanTest\\.cpp$")
    file (GLOB_RECURSE helpers CONFIGURE_DEPENDS Tests/${folder}/*.cpp)
    list (FILTER helpers EXCLUDE REGEX "(Test|Benchmark)\\.cpp$")

    if (NOT tests)
        return()
    endif()

    # A test sees its own layer and what lies below it.
    add_executable (${folder}Tests ${tests} ${helpers})
    target_include_directories (${folder}Tests PRIVATE Tests)
    target_link_libraries (${folder}Tests PRIVATE ${ARGN} TestSupport GTest::gtest_main Warnings)

    if (folder IN_LIST LayersWithWindow)
        precompile (${folder}Tests <gtest/gtest.h> <juce_gui_basics/juce_gui_basics.h>)
    else()
        precompile (${folder}Tests <gtest/gtest.h>)
    endif()

    foreach (package IN LISTS Packages_${folder}Tests)
        findPackage (${package} target)
        target_link_libraries (${folder}Tests PRIVATE ${target})
    endforeach()

    # An EXPECT in the one line of an `if` hides an `else` of its own.
    target_compile_options (${folder}Tests PRIVATE -Wno-dangling-else)

    if (folder IN_LIST TestsThatRunAlone)
        set (alone RUN_SERIAL TRUE)
    endif()

    # A sanitizer makes whoever renders a whole song ten times slower.
    if (ATHANOR_SANITIZE)
        set (seconds 1200)
    else()
        set (seconds 300)
    endif()

    # Listed when ctest runs and not when the program is linked, so that a test that cannot start breaks no build.
    gtest_discover_tests (${folder}Tests
        TEST_PREFIX ${folder}/
        DISCOVERY_MODE PRE_TEST
        DISCOVERY_TIMEOUT 60
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        PROPERTIES TIMEOUT ${seconds} LABELS ${folder} ${alone})
endfunction()

# The tests that are about real time run once more under RealtimeSanitizer, which ends the process at the first call that
# may wait and shows where it came from. It sees less than the guard but knows better where.
function (addRtsanTests)
    set (tests "")
    set (used "")

    foreach (layer IN LISTS ARGN)
        file (GLOB_RECURSE found CONFIGURE_DEPENDS Tests/${layer}/*RealtimeTest.cpp Tests/${layer}/*RtsanTest.cpp)
        list (APPEND tests ${found})

        if (found)
            file (GLOB_RECURSE helpers CONFIGURE_DEPENDS Tests/${layer}/*.cpp)
            list (FILTER helpers EXCLUDE REGEX "(Test|Benchmark)\\.cpp$")
            list (APPEND tests ${helpers})
            list (APPEND used ${layer})
        endif()
    endforeach()

    if (NOT tests OR NOT ATHANOR_RTSAN OR ATHANOR_SANITIZE)
        return()
    endif()

    linkProgramWithRtsan (RtsanTests ${tests})
    target_include_directories (RtsanTests PRIVATE Tests)
    target_compile_options (RtsanTests PRIVATE -Wno-dangling-else)
    target_link_libraries (RtsanTests PRIVATE ${used} TestSupport GTest::gtest_main Warnings)
    gtest_discover_tests (RtsanTests
        TEST_PREFIX Rtsan/
        DISCOVERY_MODE PRE_TEST
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        PROPERTIES TIMEOUT 300 LABELS Rtsan RUN_SERIAL TRUE)
endfunction()

function (linkProgramWithRtsan name)
    add_executable (${name} ${ARGN} Tests/Support/Rtsan/Begin.cpp)
    target_link_options (${name} PRIVATE "LINKER:--whole-archive,${ATHANOR_RTSAN},--no-whole-archive" -rdynamic)
    target_link_libraries (${name} PRIVATE ${CMAKE_DL_LIBS} Threads::Threads rt m)
endfunction()

# Leaves in `result` the layers that a source includes.
function (layersIncludedBy file result)
    file (STRINGS ${file} includes REGEX "^#include \"[A-Z][A-Za-z]*/")
    set (used "")

    foreach (line IN LISTS includes)
        string (REGEX REPLACE "^#include \"([A-Za-z]+)/.*" "\\1" layer "${line}")
        list (APPEND used ${layer})
    endforeach()

    list (REMOVE_DUPLICATES used)
    list (REMOVE_ITEM used Support Benchmarks)
    set (${result} ${used} PARENT_SCOPE)
endfunction()

# Each benchmark is a program of its own; ctest does not run them.
function (addBenchmarks)
    file (GLOB_RECURSE benchmarks CONFIGURE_DEPENDS Tests/Benchmarks/*Benchmark.cpp)

    foreach (file IN LISTS benchmarks)
        findPackage (benchmark benchmark)
        cmake_path (GET file STEM name)
        layersIncludedBy (${file} used)

        if (ATHANOR_WITHOUT_WINDOW AND used MATCHES "Host|Ui|juce")
            continue()
        endif()

        add_executable (${name} ${file})
        target_include_directories (${name} PRIVATE Tests)
        target_link_libraries (${name} PRIVATE ${used} TestSupport ${benchmark} Warnings)
    endforeach()
endfunction()

# Each fuzzer is a program of its own: libFuzzer's in the preset fuzz, and elsewhere one that ctest runs over the corpus.
function (addFuzzers)
    file (GLOB fuzzers CONFIGURE_DEPENDS Tests/Fuzz/*Fuzzer.cpp)

    foreach (file IN LISTS fuzzers)
        cmake_path (GET file STEM name)
        string (REPLACE Fuzzer "" subject ${name})
        layersIncludedBy (${file} used)
        add_executable (${name} ${file})
        target_include_directories (${name} PRIVATE Tests)
        target_link_libraries (${name} PRIVATE ${used} Warnings)

        if (ATHANOR_SANITIZE MATCHES fuzzer)
            target_link_options (${name} PRIVATE -fsanitize=fuzzer)
        else()
            target_sources (${name} PRIVATE Tests/Support/Fuzz/Replay.cpp)
            target_link_libraries (${name} PRIVATE TestSupport)
            add_test (NAME Fuzz/${subject} COMMAND ${name} Tests/Corpus/${subject} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
            set_tests_properties (Fuzz/${subject} PROPERTIES TIMEOUT 300 LABELS Fuzz)
        endif()
    endforeach()
endfunction()

set (layers "")

foreach (line IN LISTS lines)
    string (REGEX MATCH "^([A-Za-z]+):(.*)$" _ "${line}")
    set (layer ${CMAKE_MATCH_1})
    separate_arguments (below UNIX_COMMAND "${CMAKE_MATCH_2}")

    if (ATHANOR_WITHOUT_WINDOW AND layer IN_LIST LayersWithWindow)
        continue()
    endif()

    addLayer (${layer} "${below}")
    list (APPEND layers ${layer})
endforeach()

add_executable (athanor Source/Main.cpp Source/Processor.cpp)
target_compile_definitions (athanor PRIVATE ATHANOR_VERSION="${PROJECT_VERSION}")
target_link_libraries (athanor PRIVATE ${layers} Warnings)

if (CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    set_source_files_properties (Source/Processor.cpp PROPERTIES COMPILE_OPTIONS -march=x86-64)
endif()

if (ATHANOR_WITHOUT_WINDOW)
    target_compile_definitions (athanor PRIVATE ATHANOR_WITHOUT_WINDOW=1)
endif()

# The running program under RealtimeSanitizer: ninja -C build athanor-rtsan
if (ATHANOR_RTSAN AND ATHANOR_TESTS AND NOT ATHANOR_SANITIZE)
    linkProgramWithRtsan (athanor-rtsan Source/Main.cpp)
    set_target_properties (athanor-rtsan PROPERTIES EXCLUDE_FROM_ALL TRUE)
    target_compile_definitions (athanor-rtsan PRIVATE $<TARGET_PROPERTY:athanor,COMPILE_DEFINITIONS>)
    target_link_libraries (athanor-rtsan PRIVATE ${layers} Warnings)
endif()

if (ATHANOR_TESTS)
    include (GoogleTest)
    findPackage (GTest gtest)

    file (GLOB support CONFIGURE_DEPENDS Tests/Support/*.cpp)
    add_library (TestSupport STATIC ${support})
    target_include_directories (TestSupport PUBLIC Tests)
    target_link_libraries (TestSupport PUBLIC Core Model ${gtest} PRIVATE Warnings)

    # The sanitizers stand where the guard would stand.
    if (NOT ATHANOR_SANITIZE)
        file (GLOB guard CONFIGURE_DEPENDS Tests/Support/RealtimeGuard/*.cpp)
        add_library (athanor-realtime-guard SHARED ${guard})
        target_compile_options (athanor-realtime-guard PRIVATE -fno-exceptions -fno-threadsafe-statics -fno-builtin)
        target_link_libraries (athanor-realtime-guard PRIVATE ${CMAKE_DL_LIBS} Warnings)
        target_link_libraries (TestSupport PUBLIC athanor-realtime-guard)
        target_compile_definitions (TestSupport PRIVATE ATHANOR_REALTIME_GUARD=1)
    endif()

    foreach (layer IN LISTS layers)
        addTests (${layer} ${layer})
    endforeach()

    # Some tests of the window and of the devices start the whole program.
    foreach (layer IN LISTS LayersWithWindow)
        if (TARGET ${layer}Tests)
            add_dependencies (${layer}Tests athanor)
        endif()
    endforeach()

    addTests (Architecture)
    addRtsanTests (${layers})
    addBenchmarks()
    addFuzzers()
endif()
