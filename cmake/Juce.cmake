# JUCE, compiled once into one static library. Its modules are sources that every target linking them compiles again,
# a minute each time; here only JuceLib does, and everybody else links it and sees its headers as system headers.

find_package (JUCE 7.0.5 CONFIG REQUIRED)
findPackage (libjpeg jpeg)
findPackage (libpng png)
findPackage (zlib zlib)

set (modules audio_basics audio_devices core data_structures events graphics gui_basics gui_extra)
list (TRANSFORM modules PREPEND juce::juce_)

add_library (JuceLib STATIC)
target_link_libraries (JuceLib PRIVATE ${modules})

# Debian's JUCE uses the system's picture libraries without naming them. X11 and JACK are opened while the program runs.
target_link_libraries (JuceLib INTERFACE ${jpeg} ${png} ${zlib} ${CMAKE_DL_LIBS} Threads::Threads rt asound freetype)

# Without a browser and without curl nothing drags in GTK or a second HTTP client.
# JUCE's modules bring NDEBUG along, which would take our assertions out of Host and Ui; on Linux JUCE itself asks for
# _DEBUG only.
target_compile_definitions (JuceLib
    PUBLIC JUCE_WEB_BROWSER=0
           JUCE_USE_CURL=0
           JUCE_JACK=1
           JUCE_ALSA=1
           JUCE_DISPLAY_SPLASH_SCREEN=0
           JUCE_MODAL_LOOPS_PERMITTED=1
           JUCE_STRICT_REFCOUNTEDPOINTER=1
           JUCE_STANDALONE_APPLICATION=1
           JUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1
    INTERFACE $<FILTER:$<TARGET_PROPERTY:JuceLib,COMPILE_DEFINITIONS>,EXCLUDE,^_?NDEBUG>)

target_include_directories (JuceLib SYSTEM INTERFACE $<TARGET_PROPERTY:JuceLib,INCLUDE_DIRECTORIES>)
