// Asio and Beast, compiled once for the whole program (see curveball_beast in cmake/).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
