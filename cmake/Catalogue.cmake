# One source file for each line of Source/Modules/Catalogue.txt, and one that lists them all.

set_property (DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS Source/Modules/Catalogue.txt)

function (makeCatalogue result)
    file (STRINGS Source/Modules/Catalogue.txt lines REGEX "^[a-z]")
    set (folder ${CMAKE_BINARY_DIR}/generated/Modules)
    set (head "// Made from Source/Modules/Catalogue.txt by cmake/Catalogue.cmake.\n#include \"Modules/Catalogue.h\"\n")
    set (declarations "")
    set (entries "")
    set (files "")

    foreach (line IN LISTS lines)
        separate_arguments (words UNIX_COMMAND "${line}")
        list (GET words 0 scope)
        list (GET words 1 header)
        list (GET words -1 class)
        get_filename_component (class ${class} NAME)

        file (CONFIGURE OUTPUT ${folder}/${class}.cpp @ONLY CONTENT
"${head}#include \"Modules/@header@.h\"

namespace athanor
{

ModuleType entryOf@class@() { return @scope@<@class@>; }

} // namespace athanor
")
        string (APPEND declarations "ModuleType entryOf${class}();\n")
        string (APPEND entries "        entryOf${class}(),\n")
        list (APPEND files ${folder}/${class}.cpp)
    endforeach()

    file (CONFIGURE OUTPUT ${folder}/Catalogue.cpp @ONLY CONTENT
"${head}
namespace athanor
{

@declarations@
std::vector<ModuleType> catalogue()
{
    return {
@entries@    };
}

} // namespace athanor
")
    set (${result} ${files} ${folder}/Catalogue.cpp PARENT_SCOPE)
endfunction()
