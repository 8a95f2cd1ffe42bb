"""How long the parts of a plan take (R8): written, estimated, or shared out of a total."""
