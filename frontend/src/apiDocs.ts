/** The page of the API's documentation, at /api/docs: all from here, since an installation may have no internet. */
import '@fontsource-variable/inter'
import 'rapidoc'
