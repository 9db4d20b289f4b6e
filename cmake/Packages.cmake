# The libraries of others: which layer uses which, and how each is found. A package is looked for only when a layer that
# asks for it has sources, so that a part of the house can be built with a part of the packages.

set (Packages_Core libsodium)
set (Packages_Media sndfile samplerate libebur128)
set (Packages_Formats nlohmann_json libxmp libzip zlib sndfile)
set (Packages_Compose nlohmann_json)
set (Packages_Store sqlite3 libsodium nlohmann_json libsecret-1)
set (Packages_Net libcurl)
set (Packages_Jobs sqlite3 nlohmann_json)
set (Packages_App nlohmann_json)
set (Packages_Host rtmidi JuceLib)
set (Packages_Ui JuceLib)
set (Packages_Cli CLI11 nlohmann_json)

# What a layer uses within: who includes its headers does not get those of the package.
set (PrivatePackages_Formats cairo)

# What only the tests of a layer use.
set (Packages_FormatsTests cairo)
set (Packages_DspTests libebur128)

# Found by a CMake package and its target; everything else is found by pkg-config under its own name.
set (Target_nlohmann_json nlohmann_json::nlohmann_json)
set (Target_CLI11 CLI11::CLI11)
set (Target_GTest GTest::gtest)
set (Target_benchmark benchmark::benchmark)

option (ATHANOR_WITHOUT_WINDOW "Build everything but Host and Ui, which alone need JUCE" OFF)

# Leaves in `result` the target that stands for the package, or stops with a sentence that says what to install.
function (findPackage package result)
    if (package STREQUAL JuceLib)
        if (NOT TARGET JuceLib)
            include (${CMAKE_SOURCE_DIR}/cmake/Juce.cmake)
        endif()

        set (${result} JuceLib PARENT_SCOPE)
        return()
    endif()

    set (hint "${package} is missing: ./run and ./test install it, or see Installer/debian-packages.txt.")

    if (DEFINED Target_${package})
        if (NOT TARGET ${Target_${package}})
            find_package (${package} CONFIG QUIET GLOBAL)
        endif()

        if (NOT TARGET ${Target_${package}})
            message (FATAL_ERROR "${hint}")
        endif()

        set (${result} ${Target_${package}} PARENT_SCOPE)
        return()
    endif()

    if (NOT TARGET PkgConfig::${package})
        find_package (PkgConfig REQUIRED QUIET)
        pkg_check_modules (${package} QUIET IMPORTED_TARGET GLOBAL ${package})

        if (NOT ${package}_FOUND)
            message (FATAL_ERROR "${hint}")
        endif()
    endif()

    set (${result} PkgConfig::${package} PARENT_SCOPE)
endfunction()
