# Programs that measure us beside other engines in one run. Built on request only: cmake --build build --target GraphPeers

if (ATHANOR_TESTS AND NOT ATHANOR_WITHOUT_WINDOW)
    # JUCE refuses to be found twice, and Host or Ui may have asked already.
    if (NOT TARGET juce::juce_core)
        find_package (JUCE 7.0.5 CONFIG REQUIRED)
    endif()

    findPackage (libjpeg jpeg)
    findPackage (libpng png)
    findPackage (zlib zlib)

    add_library (JuceGraph STATIC EXCLUDE_FROM_ALL Tests/Peers/JuceGraph.cpp)
    target_link_libraries (JuceGraph PRIVATE juce::juce_audio_processors)
    target_compile_definitions (JuceGraph PUBLIC JUCE_WEB_BROWSER=0 JUCE_USE_CURL=0 JUCE_STANDALONE_APPLICATION=1 JUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1
        JUCE_PLUGINHOST_VST3=0 JUCE_PLUGINHOST_LV2=0
        INTERFACE $<TARGET_PROPERTY:JuceGraph,COMPILE_DEFINITIONS>)
    target_include_directories (JuceGraph SYSTEM INTERFACE $<TARGET_PROPERTY:JuceGraph,INCLUDE_DIRECTORIES>)
    target_link_libraries (JuceGraph INTERFACE ${jpeg} ${png} ${zlib} ${CMAKE_DL_LIBS} Threads::Threads rt freetype)

    add_executable (GraphPeers EXCLUDE_FROM_ALL Tests/Peers/GraphPeers.cpp)
    target_include_directories (GraphPeers PRIVATE Tests)
    target_link_libraries (GraphPeers PRIVATE Engine TestSupport JuceGraph)
endif()

if (ATHANOR_TESTS)
    add_executable (VoicesPeers EXCLUDE_FROM_ALL Tests/Peers/VoicesPeers.cpp)
    target_include_directories (VoicesPeers PRIVATE Tests)
    target_link_libraries (VoicesPeers PRIVATE Engine TestSupport)
endif()
