#include <interfaces/highs_c_api.h>
// For malloc_trim: HiGHS scatters its programs over the heap.
#include <malloc.h>
