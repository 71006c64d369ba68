-- Whoever reports by telephone, at the desk or by letter gets a receipt too: colleagues who type it in keep it for her.
grant execute on function hub.keep_receipt(bytea, uuid) to haki_app;
