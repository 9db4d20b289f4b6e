// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the layers into the program, and does nothing else. For now it only says which version it is.
#include <cstdio>

int main()
{
    std::puts ("athanor " ATHANOR_VERSION);
}
